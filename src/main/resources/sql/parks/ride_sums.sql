-- What a ride amounts to in the window and its comparator: one row per ride eligible in the window.
-- Needs ride_facts.   Bind :trend_samples int.
select
  f.ride_id, f.park_id,
  -- include: parks/uptime.sql
  as uptime,
  -- include: parks/previous_uptime.sql
  as previous_uptime,
  -- include: parks/uptime_trend.sql
  as trend,
  sum(f.down_minutes) as down_minutes,
  sum(f.previous_down_minutes) as previous_down_minutes,
  -- include: parks/wait.sql
  as wait,
  max(f.wait_max) as peak_wait
from ride_facts f
group by f.ride_id, f.park_id
having bool_or(f.eligible)
