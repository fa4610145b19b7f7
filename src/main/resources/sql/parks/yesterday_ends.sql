-- Up to when yesterday is compared with today: as long after its start as the end of the park's newest counted cycle is
-- after today's, so that equal facts give equal answers.   Only for period today.
-- Needs comparator (wanted), parks.   Binds :period text, :day_starts_at time.
select w.park_id, w.timezone, w.down_rule, w.today, w.today - 1 as yesterday, y.starts_at + (max(c.ends_at) - t.starts_at) as until_at
from parks w
cross join lateral (
  select
    -- include: parks/day_start.sql
    as starts_at
  from (values (w.today, w.timezone)) as w (day, timezone)
) t
cross join lateral (
  select
    -- include: parks/day_start.sql
    as starts_at
  from (values (w.today - 1, w.timezone)) as w (day, timezone)
) y
join ride r on r.park_id = w.park_id and r.is_active and r.category = 'ATTRACTION'
cross join lateral (
  select least(s.cycle_start + make_interval(mins => s.interval_minutes), date_trunc('hour', s.cycle_start, w.timezone) + interval '1 hour') as ends_at
  from (
    select s.interval_minutes,
      -- include: parks/cycle_start.sql
      as cycle_start
    from (
      select s.interval_minutes, s.recorded_at from ride_status_snapshots s
      where s.ride_id = r.ride_id and s.recorded_at >= t.starts_at
      order by s.recorded_at desc limit 1
    ) s
  ) s
  where s.cycle_start >= t.starts_at
) c
where cast(:period as text) = 'today' and (select wanted from comparator)
group by w.park_id, w.timezone, w.down_rule, w.today, y.starts_at, t.starts_at
