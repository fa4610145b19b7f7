-- The verdict over whole operating days: which closures were outages. Sets down_minutes and trailing_minutes of the
-- touched days' ride_hour rows and rebuilds their ride_day rows; writes only rows that differ.
-- A closure between the day's first and last operating cycle was an outage; one after the last trails.
-- Binds: those of touched.sql, :day_starts_at time.
with touched as (
  -- include: parks/touched.sql
),
days as (
  select distinct p.park_id, p.timezone, cast(d.day as date) as operating_day
  from touched t
  join park p on p.park_id = t.park_id
  cross join lateral (select t.from_at as cycle_start) c
  cross join lateral generate_series(
    cast(
      -- include: parks/operating_day.sql
      as timestamp),
    (t.to_at at time zone p.timezone) - interval '1 microsecond' - cast(cast(:day_starts_at as time) as interval),
    interval '1 day') as d (day)
),
hours as materialized (
  select
    d.park_id, h.*,
    min(h.first_operating_at) over day as day_first,
    max(h.last_operating_at) over day as day_last
  from days d
  join ride r on r.park_id = d.park_id
  cross join lateral (
    -- include: parks/hours_of_day.sql
  ) h
  window day as (partition by h.ride_id, h.operating_day)
),
verdicts as (
  select
    h.*,
    -- include: parks/day_verdict.sql
  from hours h
),
judged as (
  update ride_hour h
  set down_minutes = v.verdict_down, trailing_minutes = v.verdict_trailing
  from verdicts v
  where h.ride_id = v.ride_id and h.hour_start = v.hour_start
    and (v.down_minutes <> v.verdict_down or v.trailing_minutes <> v.verdict_trailing)
),
sums as (
  select
    d.ride_id, d.operating_day, d.park_id,
    min(d.day_first) as first_operating_at,
    max(d.day_last) as last_operating_at,
    sum(d.samples) as samples,
    sum(
      -- include: parks/hour_open.sql
    ) as open_minutes,
    sum(d.operating_minutes) as operating_minutes,
    sum(d.verdict_down) as down_minutes,
    sum(d.verdict_trailing) as trailing_minutes,
    sum(d.wait_sum) as wait_sum,
    sum(d.wait_samples) as wait_samples,
    max(d.wait_max) as wait_max
  from verdicts d
  group by d.ride_id, d.operating_day, d.park_id
),
gone as (
  delete from ride_day y
  using (
    select e.park_id, e.operating_day, e.ride_id
    from days d
    join ride_day e on e.park_id = d.park_id and e.operating_day = d.operating_day
    except
    select park_id, operating_day, ride_id from sums
  ) g
  where y.park_id = g.park_id and y.operating_day = g.operating_day and y.ride_id = g.ride_id
)
insert into ride_day as y (
  ride_id, operating_day, park_id, first_operating_at, last_operating_at, samples, open_minutes, operating_minutes,
  down_minutes, trailing_minutes, wait_sum, wait_samples, wait_max)
select
  s.ride_id, s.operating_day, s.park_id, s.first_operating_at, s.last_operating_at, s.samples, s.open_minutes, s.operating_minutes,
  s.down_minutes, s.trailing_minutes, s.wait_sum, s.wait_samples, s.wait_max
from sums s
on conflict (park_id, operating_day, ride_id) do update set
  first_operating_at = excluded.first_operating_at,
  last_operating_at = excluded.last_operating_at,
  samples = excluded.samples,
  open_minutes = excluded.open_minutes,
  operating_minutes = excluded.operating_minutes,
  down_minutes = excluded.down_minutes,
  trailing_minutes = excluded.trailing_minutes,
  wait_sum = excluded.wait_sum,
  wait_samples = excluded.wait_samples,
  wait_max = excluded.wait_max
where (
  y.first_operating_at, y.last_operating_at, y.samples, y.open_minutes, y.operating_minutes,
  y.down_minutes, y.trailing_minutes, y.wait_sum, y.wait_samples, y.wait_max)
is distinct from (
  excluded.first_operating_at, excluded.last_operating_at, excluded.samples, excluded.open_minutes, excluded.operating_minutes,
  excluded.down_minutes, excluded.trailing_minutes, excluded.wait_sum, excluded.wait_samples, excluded.wait_max)
