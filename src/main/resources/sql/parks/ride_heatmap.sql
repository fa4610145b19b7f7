-- Rides by :metric over the points of time of a period, as a matrix: the numbers of ride_chart.sql.   One row, column document
-- (text, a JSON object): granularity, metric, metric_unit, entities, time_labels, matrix (a row per ride), attribution, empty_reason.
-- Order as the ranking's.   Binds: those of facts.sql, :metric text (downtime_hours or avg_wait_time), :series int, :queue_times_url text.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
-- include: parks/ride_series.sql
,
-- include: parks/points.sql
,
entities as (
  select s.rank, s.entity_id, s.name as entity_name, s.park_name, s.tier, s.total_value
  from shown s
),
-- include: parks/heatmap_document.sql
