-- The months whose snapshots were pruned.   One row per month: month (date), in order.   No binds.
select month from closed_month order by month
