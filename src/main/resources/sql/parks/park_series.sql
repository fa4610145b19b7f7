-- The first :series parks of the ranking by :metric, as CTEs: shown (one row per park), charted (their rides), notes.
-- Needs facts.sql.   Order as the rankings': the number desc nulls last, park_id.
-- Binds :metric text, :series int.
shown as materialized (
  select
    row_number() over (order by m.measure desc nulls last, p.park_id) as rank,
    p.park_id as entity_id,
    p.name,
    -- include: parks/location.sql
    as location,
    round(m.measure,
      -- include: parks/measure_digits.sql
    ) as total_value,
    p.queue_times_id is not null as at_queue_times
  from (
    select
      f.park_id,
      -- include: parks/measure.sql
      as measure
    from ride_facts f
    group by f.park_id
    having bool_or(f.eligible)
  ) m
  join park p on p.park_id = m.park_id
  order by rank
  limit cast(:series as integer)
),
charted as materialized (
  select s.entity_id, f.park_id, f.ride_id, f.weight
  from shown s
  join ride_facts f on f.park_id = s.entity_id and f.eligible
),
notes as (
  select
    count(*) = 0 as is_empty, 'no park had an attraction operating in this period' as empty_reason,
    bool_or(s.at_queue_times) as at_queue_times
  from shown s
)
