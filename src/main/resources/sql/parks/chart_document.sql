-- The document of a chart: one dataset per entity, one point of it per label.
-- Needs points.sql, notes, entities (rank, entity_id, …), their columns in order.
lines as (
  select c.entity_id, json_agg(json_build_object('value', c.value, 'weight', c.weight) order by c.position) as data
  from cells c
  group by c.entity_id
),
datasets as (
  select e.*, l.data
  from entities e
  join lines l on l.entity_id = e.entity_id
),
chart as (
  select json_build_object(
    'labels', (select coalesce(json_agg(l.label order by l.position), cast('[]' as json)) from labels l),
    'datasets', (select coalesce(json_agg(row_to_json(d) order by d.rank), cast('[]' as json)) from datasets d)) as chart_data
)
select
  cast(case
    when n.is_empty then json_build_object('granularity', g.granularity, 'chart_data', c.chart_data, 'empty_reason', n.empty_reason)
    when n.at_queue_times then json_build_object('granularity', g.granularity, 'chart_data', c.chart_data, 'attribution', 'Powered by Queue-Times.com')
    else json_build_object('granularity', g.granularity, 'chart_data', c.chart_data)
  end as text) as document
from grain g
cross join chart c
cross join notes n
