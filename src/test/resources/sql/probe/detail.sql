-- One fact and its rank; no row for an unknown id.   Binds :id (bigint), :period (text).
select cast(json_build_object(
  'fact', json_build_object('id', f.id, 'name', f.name, 'score', f.score)) as text) as document
from probe_fact f
where f.id = :id
  and 1 / (select 1 - count(*) from probe_trouble where period = :period and kind = 'fail') = 1
  and (select count(pg_sleep(seconds)) from probe_trouble where period = :period and kind = 'sleep') >= 0
