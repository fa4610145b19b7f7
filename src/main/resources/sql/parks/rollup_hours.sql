-- Rebuilds ride_hour for the touched hours from their counted snapshots; writes only rows that differ.
-- The verdict over the whole day, down_minutes and trailing_minutes, is rollup_days.sql's.
-- Binds: those of touched.sql, :day_starts_at time.
with touched as (
  -- include: parks/touched.sql
),
stored as (
  -- include: parks/stored.sql
),
counted as (
  -- include: parks/counted.sql
),
classed as (
  select
    c.*,
    cast(extract(epoch from c.duration) / 60 as integer) as minutes,
    -- include: parks/status_class.sql
    as class,
    min(c.cycle_start) filter (where c.is_open) over hour as first_operating_at,
    max(c.cycle_start) filter (where c.is_open) over hour as last_operating_at
  from counted c
  window hour as (partition by c.ride_id, c.hour_start)
),
hours as (
  -- include: parks/hour_facts.sql
),
gone as (
  delete from ride_hour h
  using (
    select e.ride_id, e.hour_start
    from touched t
    join ride r on r.park_id = t.park_id
    cross join lateral (
      select * from ride_hour e
      where e.ride_id = r.ride_id and e.hour_start >= t.from_at and e.hour_start < t.to_at
      offset 0) e
    except
    select ride_id, hour_start from hours
  ) g
  where h.ride_id = g.ride_id and h.hour_start = g.hour_start
)
insert into ride_hour as h (
  ride_id, hour_start, operating_day, first_operating_at, last_operating_at, samples, operating_minutes, stated_down_minutes,
  refurbishment_minutes, closed_minutes, closed_before_minutes, closed_between_minutes, closed_after_minutes,
  wait_sum, wait_samples, wait_max, down_minutes)
select
  f.ride_id, f.hour_start, f.operating_day, f.first_operating_at, f.last_operating_at, f.samples, f.operating_minutes, f.stated_down_minutes,
  f.refurbishment_minutes, f.closed_minutes, f.closed_before_minutes, f.closed_between_minutes, f.closed_after_minutes,
  f.wait_sum, f.wait_samples, f.wait_max, f.stated_down_minutes + f.closed_between_minutes
from hours f
on conflict (ride_id, hour_start) do update set
  operating_day = excluded.operating_day,
  first_operating_at = excluded.first_operating_at,
  last_operating_at = excluded.last_operating_at,
  samples = excluded.samples,
  operating_minutes = excluded.operating_minutes,
  stated_down_minutes = excluded.stated_down_minutes,
  refurbishment_minutes = excluded.refurbishment_minutes,
  closed_minutes = excluded.closed_minutes,
  closed_before_minutes = excluded.closed_before_minutes,
  closed_between_minutes = excluded.closed_between_minutes,
  closed_after_minutes = excluded.closed_after_minutes,
  wait_sum = excluded.wait_sum,
  wait_samples = excluded.wait_samples,
  wait_max = excluded.wait_max
where (
  h.operating_day, h.first_operating_at, h.last_operating_at, h.samples, h.operating_minutes, h.stated_down_minutes,
  h.refurbishment_minutes, h.closed_minutes, h.closed_before_minutes, h.closed_between_minutes, h.closed_after_minutes,
  h.wait_sum, h.wait_samples, h.wait_max)
is distinct from (
  excluded.operating_day, excluded.first_operating_at, excluded.last_operating_at, excluded.samples, excluded.operating_minutes,
  excluded.stated_down_minutes, excluded.refurbishment_minutes, excluded.closed_minutes, excluded.closed_before_minutes,
  excluded.closed_between_minutes, excluded.closed_after_minutes, excluded.wait_sum, excluded.wait_samples, excluded.wait_max)
