-- Yesterday up to the same elapsed time: whole hours from ride_hour, the one broken hour from its snapshots.
-- Needs yesterday_ends, counted (the snapshots of the broken hour).   Bind :day_starts_at.
select
  f.ride_id, f.park_id, sum(f.samples) as samples, sum(f.open_minutes) as open_minutes,
  sum(f.operating_minutes) as operating_minutes, sum(f.down_minutes) as down_minutes
from (
  select
    d.ride_id, w.park_id, d.samples, d.operating_minutes,
    -- include: parks/hour_open.sql
    as open_minutes,
    -- include: parks/effective_down.sql
    as down_minutes
  from yesterday_ends w
  join ride r on r.park_id = w.park_id
  cross join lateral (
    select * from ride_hour d
    where d.ride_id = r.ride_id and d.operating_day = w.yesterday
      and d.hour_start >= w.until_at - interval '26 hours' and d.hour_start <= w.until_at - interval '1 hour'
    offset 0
  ) d
  union all
  select
    c.ride_id, c.park_id, 1,
    case when c.class = 'operating' then c.minutes else 0 end,
    c.minutes,
    case when
      -- include: parks/cycle_down.sql
      then c.minutes else 0
    end
  from (
    select
      c.*,
      cast(extract(epoch from least(c.duration, w.until_at - c.cycle_start)) / 60 as integer) as minutes,
      -- include: parks/status_class.sql
      as class,
      y.first_operating_at as day_first, y.last_operating_at as day_last
    from counted c
    join yesterday_ends w on w.park_id = c.park_id
    join ride_day y on y.park_id = c.park_id and y.ride_id = c.ride_id and y.operating_day = w.yesterday
    where c.park_open and c.cycle_start < w.until_at
  ) c
) f
group by f.ride_id, f.park_id
