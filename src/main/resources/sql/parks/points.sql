-- What charts and heat maps show, as CTEs: grain, labels, slots, points, cells (one row per shown entity and label).
-- Needs facts.sql, shown (rank, entity_id), charted (entity_id, park_id, ride_id, weight).
-- Binds: those of facts.sql, :metric text.
grain as (
  select
    -- include: parks/granularity.sql
    as granularity
),
labels as materialized (
  -- include: parks/labels.sql
),
slots as (
  -- include: parks/slots.sql
),
points as (
  select
    f.entity_id, f.label,
    round(
      -- include: parks/measure.sql
      ,
      -- include: parks/measure_digits.sql
    ) as value,
    -- include: parks/measure_weight.sql
    as weight
  from slots f
  group by f.entity_id, f.label
),
cells as (
  select s.rank, s.entity_id, l.position, p.value, coalesce(p.weight, 0) as weight
  from shown s
  cross join labels l
  left join points p on p.entity_id = s.entity_id and p.label = l.label
)
