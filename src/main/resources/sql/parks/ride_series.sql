-- The first :series rides of the ranking by :metric, as CTEs: shown (one row per ride), charted (the same), notes.
-- Needs facts.sql.   Order as the rankings': the number desc nulls last, ride_id.
-- Binds :metric text, :series int, :queue_times_url text.
shown as materialized (
  select
    row_number() over (order by m.measure desc nulls last, r.ride_id) as rank,
    r.ride_id as entity_id,
    r.name,
    p.name as park_name,
    r.tier,
    round(m.measure,
      -- include: parks/measure_digits.sql
    ) as total_value,
    -- include: parks/ride_link.sql
    is not null as at_queue_times
  from (
    select
      f.ride_id, f.park_id,
      -- include: parks/measure.sql
      as measure
    from ride_facts f
    group by f.ride_id, f.park_id
    having bool_or(f.eligible)
  ) m
  join ride r on r.ride_id = m.ride_id
  join park p on p.park_id = m.park_id
  order by rank
  limit cast(:series as integer)
),
charted as materialized (
  select s.entity_id, f.park_id, f.ride_id, f.weight
  from shown s
  join ride_facts f on f.ride_id = s.entity_id
),
notes as (
  select
    count(*) = 0 as is_empty, 'no ride was operating in this period' as empty_reason,
    bool_or(s.at_queue_times) as at_queue_times
  from shown s
)
