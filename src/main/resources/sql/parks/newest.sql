-- The newest snapshot of each active attraction, not older than :live_window, with the minutes it stands for.
-- Needs parks.   Binds :now timestamptz, :live_window text (ISO-8601).
select
  c.*,
  least(
    make_interval(mins => c.interval_minutes),
    date_trunc('hour', c.cycle_start, c.timezone) + interval '1 hour' - c.cycle_start) as duration
from (
  select
    w.park_id, w.timezone, w.down_rule, w.today, r.last_operated_at, s.*,
    -- include: parks/cycle_start.sql
    as cycle_start
  from parks w
  join ride r on r.park_id = w.park_id and r.is_active and r.category = 'ATTRACTION'
  cross join lateral (
    select * from ride_status_snapshots s
    where s.ride_id = r.ride_id and s.recorded_at >= cast(:now as timestamptz) - cast(cast(:live_window as text) as interval)
    order by s.recorded_at desc limit 1
  ) s
) c
