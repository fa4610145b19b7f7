-- What the window and its comparator are made of: rows of minutes, samples and waits per eligible ride.
-- is_current tells the window's from the comparator's. A branch that the period does not need is never run.
-- Needs ride_days, ride_now, yesterday_so_far.   Binds :period text, :now, :eligible_within text (ISO-8601), :day_starts_at.
select
  d.ride_id, d.park_id, d.is_current, d.samples, d.open_minutes, d.operating_minutes, d.down_minutes,
  d.wait_sum, d.wait_samples, d.wait_max
from ride_days d
union all
select
  y.ride_id, y.park_id, false, y.samples, y.open_minutes, y.operating_minutes, y.down_minutes, 0, 0, null
from yesterday_so_far y
where y.operating_minutes > 0
union all
select
  c.ride_id, c.park_id, true, 1, c.minutes,
  case when c.class = 'operating' then c.minutes else 0 end,
  case when
    -- include: parks/cycle_down.sql
    then c.minutes else 0
  end,
  case when c.is_open and c.wait_time > 0 then c.wait_time else 0 end,
  case when c.is_open and c.wait_time > 0 then 1 else 0 end,
  case when c.is_open and c.wait_time > 0 then c.wait_time end
from (
  select
    c.*,
    cast(extract(epoch from c.duration) / 60 as integer) as minutes,
    -- include: parks/status_class.sql
    as class,
    d.first_operating_at as day_first,
    case when d.operating_day = c.today then timestamptz 'infinity' else d.last_operating_at end as day_last
  from ride_now c
  join park p on p.park_id = c.park_id
  left join ride_day d on d.park_id = c.park_id and d.ride_id = c.ride_id and d.operating_day =
    -- include: parks/operating_day.sql
  where cast(:period as text) = 'live' and c.park_is_open and c.park_open
    and
    -- include: parks/operated_lately.sql
) c
