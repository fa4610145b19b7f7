-- The least reliable rides: the rows of ride_downtime.sql with any downtime.   One row, column document (text, a JSON object):
-- data, attribution, empty_reason.   Order downtime desc, ride_id.
-- Binds: those of facts.sql, :trend_samples int, :queue_times_url, :empty_reason text.
with comparator as (select false as wanted),
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
    -- include: parks/ride_link.sql
    as queue_times_url
  from sums s
  join ride r on r.ride_id = s.ride_id
  join park p on p.park_id = s.park_id
  where s.down_minutes > 0
)
-- include: parks/award_document.sql
