-- Rides with the longest average wait: the rows of ride_waittimes.sql that have one.   One row, column document (text, a JSON
-- object): data, attribution, empty_reason.   Order average wait desc, ride_id.
-- Binds: those of facts.sql, :trend_samples int, :queue_times_url, :empty_reason text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/ride_sums.sql
),
ranked as (
  select
    row_number() over (order by s.wait desc, s.ride_id) as rank,
    -- include: parks/ride_identity.sql
    ,
    round(s.wait, 1) as avg_wait_time,
    s.peak_wait as peak_wait_time,
    -- include: parks/ride_link.sql
    as queue_times_url
  from sums s
  join ride r on r.ride_id = s.ride_id
  join park p on p.park_id = s.park_id
  where s.wait is not null
)
-- include: parks/award_document.sql
