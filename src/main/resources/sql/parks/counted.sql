-- The snapshots that count: the newest of each ride and cycle, with the minutes it stands for: its
-- interval, at most to the ride's next counted cycle and to the end of its park-local hour.
-- Needs stored (park_id, ride_id, recorded_at, cycle_start, interval_minutes, …) with whole hours.
select
  newest.*,
  least(
    make_interval(mins => newest.interval_minutes),
    newest.hour_start + interval '1 hour' - newest.cycle_start,
    lead(newest.cycle_start) over (partition by newest.ride_id order by newest.cycle_start) - newest.cycle_start) as duration
from (
  select distinct on (c.ride_id, c.cycle_start)
    c.*, p.timezone, p.down_rule, date_trunc('hour', c.cycle_start, p.timezone) as hour_start
  from stored c
  join park p on p.park_id = c.park_id
  order by c.ride_id, c.cycle_start, c.recorded_at desc
) newest
