-- One row per active attraction eligible in its comparator or in the window (eligible): minutes, samples, waits.
-- Needs slices.
select
  r.ride_id, r.park_id, r.tier,
  -- include: parks/tier_weight.sql
  as weight,
  count(*) filter (where s.is_current) > 0 as eligible,
  coalesce(sum(s.samples) filter (where s.is_current), 0) as samples,
  coalesce(sum(s.open_minutes) filter (where s.is_current), 0) as open_minutes,
  coalesce(sum(s.operating_minutes) filter (where s.is_current), 0) as operating_minutes,
  coalesce(sum(s.down_minutes) filter (where s.is_current), 0) as down_minutes,
  coalesce(sum(s.wait_sum) filter (where s.is_current), 0) as wait_sum,
  coalesce(sum(s.wait_samples) filter (where s.is_current), 0) as wait_samples,
  max(s.wait_max) filter (where s.is_current) as wait_max,
  coalesce(sum(s.samples) filter (where not s.is_current), 0) as previous_samples,
  coalesce(sum(s.open_minutes) filter (where not s.is_current), 0) as previous_open_minutes,
  coalesce(sum(s.operating_minutes) filter (where not s.is_current), 0) as previous_operating_minutes,
  coalesce(sum(s.down_minutes) filter (where not s.is_current), 0) as previous_down_minutes
from slices s
join ride r on r.ride_id = s.ride_id and r.is_active and r.category = 'ATTRACTION'
group by r.ride_id
