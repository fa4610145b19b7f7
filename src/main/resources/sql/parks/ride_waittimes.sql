-- Rides by average wait, longest first.   One row, column document (text, a JSON object): data (one row per eligible ride),
-- attribution, empty_reason.   Order average wait desc nulls last, ride_id.
-- Binds: those of facts.sql, :queue_times_url text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
ranked as (
  select
    row_number() over (order by f.wait_sum * 1.0 / nullif(f.wait_samples, 0) desc nulls last, f.ride_id) as rank,
    r.ride_id,
    r.name as ride_name,
    p.park_id,
    p.name as park_name,
    -- include: parks/location.sql
    as location,
    r.tier,
    round(f.wait_sum * 1.0 / nullif(f.wait_samples, 0), 1) as avg_wait_time,
    f.wait_max as peak_wait_time,
    case when c.current_is_open then c.wait_time end as current_wait_time,
    c.current_status,
    coalesce(c.current_is_open, false) as current_is_open,
    coalesce(o.park_is_open, false) as park_is_open,
    -- include: parks/ride_link.sql
    as queue_times_url
  from ride_facts f
  join ride r on r.ride_id = f.ride_id
  join park p on p.park_id = f.park_id
  left join park_now o on o.park_id = f.park_id
  left join ride_now c on c.ride_id = f.ride_id
  where f.eligible
)
-- include: parks/ride_document.sql
