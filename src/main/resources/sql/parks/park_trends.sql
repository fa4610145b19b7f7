-- Parks whose uptime moved by at least :trend_threshold points against the comparator, the greatest change first.
-- Each park is compared in its own zone, over its own days; today with yesterday up to the same elapsed time.
-- One row, column document (text, a JSON object): comparison {current, previous: {from, to}}, data, attribution,
-- empty_reason.   Order size of the change desc, park_id.
-- Binds: those of facts.sql, :trend_samples, :direction int (1 up, -1 down), :trend_threshold double precision,
-- :queue_times_url, :empty_reason text.
with comparator as (select true as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/park_sums.sql
),
changed as (
  -- include: parks/changed.sql
),
comparison as (
  -- include: parks/comparison.sql
),
ranked as (
  select
    row_number() over (order by c.size desc, c.park_id) as rank,
    -- include: parks/park_identity.sql
    ,
    round(c.uptime, 1) as current_uptime,
    round(c.previous_uptime, 1) as previous_uptime,
    round(c.trend, 1) as change_percentage_points,
    round(c.down_minutes / 60.0, 2) as current_downtime_hours,
    round(c.previous_down_minutes / 60.0, 2) as previous_downtime_hours,
    -- include: parks/park_link.sql
    as queue_times_url
  from changed c
  join park p on p.park_id = c.park_id
)
-- include: parks/trend_document.sql
