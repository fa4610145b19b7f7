-- Rides by average wait, longest first.   One row, column document (text, a JSON object): data (one row per eligible ride),
-- attribution, empty_reason.   Order average wait desc nulls last, ride_id.
-- Binds: those of facts.sql, :trend_samples int, :queue_times_url text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/ride_sums.sql
),
ranked as (
  select
    row_number() over (order by s.wait desc nulls last, s.ride_id) as rank,
    -- include: parks/ride_identity.sql
    ,
    round(s.wait, 1) as avg_wait_time,
    s.peak_wait as peak_wait_time,
    case when c.current_is_open then c.wait_time end as current_wait_time,
    c.current_status,
    coalesce(c.current_is_open, false) as current_is_open,
    coalesce(o.park_is_open, false) as park_is_open,
    -- include: parks/ride_link.sql
    as queue_times_url
  from sums s
  join ride r on r.ride_id = s.ride_id
  join park p on p.park_id = s.park_id
  left join park_now o on o.park_id = s.park_id
  left join ride_now c on c.ride_id = s.ride_id
)
-- include: parks/ride_document.sql
