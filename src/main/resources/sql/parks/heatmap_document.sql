-- The document of a heat map: one row of the matrix per entity, one number of it per label.
-- Needs points.sql, notes, entities (rank, entity_id, …), their columns in order.   Bind :metric text.
lines as (
  select c.rank, json_agg(c.value order by c.position) as line
  from cells c
  group by c.rank
),
map as (
  select
    g.granularity,
    case cast(:metric as text) when 'shame_score' then 'points' when 'downtime_hours' then 'hours' else 'minutes' end as metric_unit,
    (select coalesce(json_agg(row_to_json(e) order by e.rank), cast('[]' as json)) from entities e) as entities,
    (select coalesce(json_agg(l.label order by l.position), cast('[]' as json)) from labels l) as time_labels,
    (select coalesce(json_agg(l.line order by l.rank), cast('[]' as json)) from lines l) as matrix
  from grain g
)
select
  cast(case
    when n.is_empty then json_build_object(
      'granularity', m.granularity, 'metric', cast(:metric as text), 'metric_unit', m.metric_unit,
      'entities', m.entities, 'time_labels', m.time_labels, 'matrix', m.matrix, 'empty_reason', n.empty_reason)
    when n.at_queue_times then json_build_object(
      'granularity', m.granularity, 'metric', cast(:metric as text), 'metric_unit', m.metric_unit,
      'entities', m.entities, 'time_labels', m.time_labels, 'matrix', m.matrix, 'attribution', 'Powered by Queue-Times.com')
    else json_build_object(
      'granularity', m.granularity, 'metric', cast(:metric as text), 'metric_unit', m.metric_unit,
      'entities', m.entities, 'time_labels', m.time_labels, 'matrix', m.matrix)
  end as text) as document
from map m
cross join notes n
