-- How many votes and live proposals there are.
select
  (select count(*) from vote) as votes,
  (select count(*) from proposal where status in ('OPEN', 'SELECTED')) as live
