-- Rides by hours down, worst first.   One row, column document (text, a JSON object): data (one row per eligible ride),
-- attribution, empty_reason.   Order downtime desc, ride_id.
-- Binds: those of facts.sql, :trend_samples int, :queue_times_url text.
with comparator as (select true as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/ride_sums.sql
),
ranked as (
  select
    row_number() over (order by s.down_minutes desc, s.ride_id) as rank,
    -- include: parks/ride_identity.sql
    ,
    round(s.down_minutes / 60.0, 2) as downtime_hours,
    round(s.uptime, 1) as uptime_percentage,
    c.current_status,
    coalesce(c.current_is_open, false) as current_is_open,
    coalesce(o.park_is_open, false) as park_is_open,
    round(s.wait, 1) as avg_wait_time,
    s.peak_wait as peak_wait_time,
    round(s.trend, 1) as trend_percentage,
    -- include: parks/ride_link.sql
    as queue_times_url
  from sums s
  join ride r on r.ride_id = s.ride_id
  join park p on p.park_id = s.park_id
  left join park_now o on o.park_id = s.park_id
  left join ride_now c on c.ride_id = s.ride_id
)
-- include: parks/ride_document.sql
