-- The real outages of one ride in the window: one row per unbroken run of down cycles, with its start, its end and the
-- minutes between; is_ongoing when the ride's newest cycle is still in it.
-- Needs parks (of the ride's park).   Binds :id bigint (the ride), :day_starts_at.
with stored as (
  select c.* from (
    select
      w.park_id, w.today, s.*,
      -- include: parks/cycle_start.sql
      as cycle_start
    from parks w
    cross join lateral (
      select * from ride_status_snapshots s
      where s.ride_id = cast(:id as bigint)
        and s.recorded_at >= (w.from_day - 1) at time zone w.timezone and s.recorded_at < (w.to_day + 3) at time zone w.timezone
      offset 0
    ) s
  ) c
),
counted as (
  -- include: parks/counted.sql
),
cycles as (
  select
    c.*,
    -- include: parks/status_class.sql
    as class,
    y.first_operating_at as day_first,
    case when y.operating_day = c.today then timestamptz 'infinity' else y.last_operating_at end as day_last,
    max(c.cycle_start) over () as newest
  from counted c
  join park p on p.park_id = c.park_id
  join parks w on w.park_id = c.park_id
  join ride_day y
    on y.park_id = c.park_id and y.ride_id = c.ride_id and y.operating_minutes > 0
    and y.operating_day between w.from_day and w.to_day and y.operating_day =
      -- include: parks/operating_day.sql
),
down as (
  select
    c.cycle_start, c.cycle_start + c.duration as ends_at, c.newest,
    case when lag(c.cycle_start + c.duration) over (order by c.cycle_start) = c.cycle_start then 0 else 1 end as starts_anew
  from cycles c
  where c.park_open and (
    -- include: parks/cycle_down.sql
  )
),
numbered as (
  select d.*, sum(d.starts_anew) over (order by d.cycle_start) as outage from down d
)
select
  min(n.cycle_start) as start_time,
  max(n.ends_at) as end_time,
  cast(extract(epoch from max(n.ends_at) - min(n.cycle_start)) / 60 as integer) as minutes,
  bool_or(n.cycle_start = n.newest) as is_ongoing
from numbered n
group by n.outage
