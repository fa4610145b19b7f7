-- What a park amounts to in the window and its comparator: one row per park with an eligible ride in the window.
-- Needs ride_facts.   Bind :trend_samples int.
select
  f.park_id,
  -- include: parks/shame.sql
  as shame,
  -- include: parks/uptime.sql
  as uptime,
  -- include: parks/previous_uptime.sql
  as previous_uptime,
  -- include: parks/uptime_trend.sql
  as trend,
  sum(f.down_minutes) as down_minutes,
  sum(f.previous_down_minutes) as previous_down_minutes,
  sum(f.weight * f.down_minutes) as weighted_down_minutes,
  sum(f.weight * f.open_minutes) as weighted_open_minutes,
  sum(f.open_minutes) as open_minutes,
  sum(f.operating_minutes) as operating_minutes,
  count(*) filter (where f.down_minutes > 0) as rides_down,
  count(*) filter (where f.eligible) as total_rides,
  sum(f.weight) filter (where f.eligible) as effective_park_weight,
  -- include: parks/wait.sql
  as wait,
  max(f.wait_max) as peak_wait,
  count(*) filter (where f.wait_samples > 0) as rides_reporting
from ride_facts f
group by f.park_id
having bool_or(f.eligible)
