-- The numbers of places the planner reckons with.
select string_agg(c.relname || ' ' || c.reltuples, ', ' order by c.relname) as rows_planned
from pg_class c
where c.relname in ('park', 'ride')
