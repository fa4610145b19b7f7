-- Parks by average wait, longest first.   One row, column document (text, a JSON object): data (one row per park with an
-- eligible ride in the window), attribution, empty_reason.   Order average wait desc nulls last, park_id.
-- Binds: those of facts.sql, :trend_samples int, :queue_times_url text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/park_sums.sql
),
ranked as (
  select
    row_number() over (order by s.wait desc nulls last, s.park_id) as rank,
    -- include: parks/park_identity.sql
    ,
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
