-- Facts by score, highest first. A row of probe_trouble makes one period fail, sleep, lie or come out empty.
-- Binds :period, :filter (text), :now (timestamptz).
select cast(json_build_object(
  'note', 'built for the tests',
  'data', coalesce(json_agg(r order by r.rank), '[]')) as text) as document
from (
  select row_number() over (order by f.score desc nulls last, f.id)
           + (select count(*) from probe_trouble where period = :period and kind = 'bad_rank') as rank,
         f.id, f.name, f.score, f.wait,
         to_char(cast(:now as timestamptz) at time zone 'UTC', 'YYYY-MM-DD') as day
  from probe_fact f
  where (cast(:filter as text) = 'all' or f.big)
    and not exists (select from probe_trouble where period = :period and kind = 'empty')
    and 1 / (select 1 - count(*) from probe_trouble where period = :period and kind = 'fail') = 1
    and (select count(pg_sleep(seconds)) from probe_trouble where period = :period and kind = 'sleep') >= 0
) r
