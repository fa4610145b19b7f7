-- The least reliable parks: the rows of park_downtime.sql with any downtime.   One row, column document (text, a JSON object):
-- data, attribution, empty_reason.   Order shame desc, park_id.
-- Binds: those of facts.sql, :trend_samples int, :queue_times_url, :empty_reason text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/park_sums.sql
),
ranked as (
  select
    row_number() over (order by s.shame desc, s.park_id) as rank,
    -- include: parks/park_identity.sql
    ,
    round(s.shame, 1) as shame_score,
    round(s.down_minutes / 60.0, 2) as total_downtime_hours,
    round(s.uptime, 1) as uptime_percentage,
    s.rides_down,
    -- include: parks/park_link.sql
    as queue_times_url
  from sums s
  join park p on p.park_id = s.park_id
  where s.down_minutes > 0
)
-- include: parks/award_document.sql
