-- The hours of one ride on its eligible days of the window: one row per park-local hour in which its park was open.
-- Needs parks (of the ride's park).   Binds :id bigint (the ride), :day_starts_at.
select
  w.timezone, d.operating_day, d.hour_start, d.samples, d.operating_minutes,
  -- include: parks/hour_open.sql
  as open_minutes,
  -- include: parks/effective_down.sql
  as down_minutes,
  d.wait_sum, d.wait_samples, d.wait_max
from parks w
join ride_hour d
  on d.ride_id = cast(:id as bigint) and d.operating_day between w.from_day and w.to_day
  -- With slack around the days: the key is by hour.
  and d.hour_start >= (w.from_day - 1) at time zone w.timezone and d.hour_start < (w.to_day + 3) at time zone w.timezone
join ride_day y on y.park_id = w.park_id and y.operating_day = d.operating_day and y.ride_id = d.ride_id and y.operating_minutes > 0
