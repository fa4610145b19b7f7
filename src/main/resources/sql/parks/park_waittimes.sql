-- Parks by average wait, longest first.   One row, column document (text, a JSON object): data (one row per park with an
-- eligible ride in the window), attribution, empty_reason.   Order average wait desc nulls last, park_id.
-- Binds: those of facts.sql, :queue_times_url text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
sums as (
  select
    f.park_id,
    sum(f.wait_sum) * 1.0 / nullif(sum(f.wait_samples), 0) as wait,
    max(f.wait_max) as peak_wait,
    count(*) filter (where f.wait_samples > 0) as rides_reporting
  from ride_facts f
  group by f.park_id
  having bool_or(f.eligible)
),
ranked as (
  select
    row_number() over (order by s.wait desc nulls last, s.park_id) as rank,
    p.park_id,
    p.queue_times_id,
    p.name as park_name,
    -- include: parks/location.sql
    as location,
    p.timezone,
    round(s.wait, 1) as avg_wait_time,
    s.peak_wait as peak_wait_time,
    s.rides_reporting,
    coalesce(o.park_is_open, false) as park_is_open,
    -- include: parks/park_link.sql
    as queue_times_url
  from sums s
  join park p on p.park_id = s.park_id
  left join park_now o on o.park_id = s.park_id
)
-- include: parks/park_document.sql
