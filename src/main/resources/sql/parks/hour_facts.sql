-- The facts of an hour that need no other hour: one row per ride and park-local hour with anything in it.
-- Needs classed: counted snapshots with class, minutes and the hour's first_operating_at and last_operating_at.
-- Bind :day_starts_at.
select
  c.ride_id,
  c.hour_start,
  min(
    -- include: parks/operating_day.sql
  ) as operating_day,
  min(c.first_operating_at) as first_operating_at,
  max(c.last_operating_at) as last_operating_at,
  count(*) filter (where c.park_open) as samples,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'operating'), 0) as operating_minutes,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'down'), 0) as stated_down_minutes,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'refurbishment'), 0) as refurbishment_minutes,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'closed'), 0) as closed_minutes,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'candidate'
    and (c.first_operating_at is null or c.cycle_start < c.first_operating_at)), 0) as closed_before_minutes,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'candidate'
    and c.cycle_start > c.first_operating_at and c.cycle_start < c.last_operating_at), 0) as closed_between_minutes,
  coalesce(sum(c.minutes) filter (where c.park_open and c.class = 'candidate'
    and c.cycle_start > c.last_operating_at), 0) as closed_after_minutes,
  coalesce(sum(c.wait_time) filter (where c.park_open and c.is_open and c.wait_time > 0), 0) as wait_sum,
  count(*) filter (where c.park_open and c.is_open and c.wait_time > 0) as wait_samples,
  max(c.wait_time) filter (where c.park_open and c.is_open and c.wait_time > 0) as wait_max
from classed c
join park p on p.park_id = c.park_id
group by c.ride_id, c.hour_start
having count(*) filter (where c.park_open or c.is_open) > 0
