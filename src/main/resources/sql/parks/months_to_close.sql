-- The months (UTC) of snapshots that ended by :before.   One row per month: month (date), oldest first.
-- Binds :before (timestamptz).
select m.month
from (
  select to_date(right(c.relname, 7), 'YYYY_MM') as month
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
  where i.inhparent = to_regclass('ride_status_snapshots')
) m
where (cast(m.month as timestamp) + interval '1 month') at time zone 'UTC' <= cast(:before as timestamptz)
order by m.month
