-- Parks by :metric over the points of time of a period, as a matrix: the numbers of park_chart.sql.   One row, column document
-- (text, a JSON object): granularity, metric, metric_unit, entities, time_labels, matrix (a row per park), attribution, empty_reason.
-- Order as the ranking's.   Binds: those of facts.sql, :metric text (shame_score or avg_wait_time), :series int.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
-- include: parks/park_series.sql
,
-- include: parks/points.sql
,
entities as (
  select s.rank, s.entity_id, s.name as entity_name, s.location, s.total_value
  from shown s
),
-- include: parks/heatmap_document.sql
