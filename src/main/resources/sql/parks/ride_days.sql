-- The days on which a ride was eligible: those of the window (is_current) and, where anything is compared, of its comparator.
-- Whether the ride is an active attraction is ride_facts' to say.
-- Needs comparator (wanted), parks.   Bind :period text.
select
  d.ride_id, d.park_id, w.timezone, d.operating_day, d.operating_day >= w.from_day as is_current,
  d.samples, d.open_minutes, d.operating_minutes,
  -- include: parks/effective_down.sql
  as down_minutes,
  d.wait_sum, d.wait_samples, d.wait_max
from parks w
join ride_day d
  on d.park_id = w.park_id and d.operating_day <= w.to_day
  and d.operating_day >= case when cast(:period as text) = 'today' or not (select wanted from comparator) then w.from_day else w.previous_from_day end
where cast(:period as text) <> 'live' and d.operating_minutes > 0
