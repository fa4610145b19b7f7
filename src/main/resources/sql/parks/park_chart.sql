-- Parks by :metric over the points of time of a period, the first :series of the ranking.   One row, column document
-- (text, a JSON object): granularity, chart_data (labels, one dataset per park with its points), attribution, empty_reason.
-- Order as the ranking's.   Binds: those of facts.sql, :metric text (shame_score or avg_wait_time), :series int.
with comparator as (select false as wanted),
-- include: parks/facts.sql
,
-- include: parks/park_series.sql
,
-- include: parks/points.sql
,
entities as (
  select s.rank, s.name as label, s.entity_id, s.location, s.total_value
  from shown s
),
-- include: parks/chart_document.sql
