-- What stands behind a park's place in the rankings: one park, one period.   One row, column document (text, a JSON object):
-- park, current_status, tier_distribution, operating_sessions, shame_breakdown (the formula's numbers and every ride's
-- part in them), chart (null for live), excluded_rides, attribution, empty_reason; null for an unknown or inactive park.
-- Order of rides by contribution, then minutes down, then ride_id.
-- Binds :id bigint and those of facts_of_parks.sql, :queue_times_url text.
with comparator as (select false as wanted),
parks as materialized (
  select w.* from (
    -- include: parks/window.sql
  ) w
  where w.park_id = cast(:id as bigint)
),
-- include: parks/facts_of_parks.sql
,
attractions as (
  select r.ride_id, r.name, r.tier, r.last_operated_at,
    -- include: parks/tier_weight.sql
    as weight
  from parks w
  join ride r on r.park_id = w.park_id and r.is_active and r.category = 'ATTRACTION'
),
sums as (
  -- include: parks/park_sums.sql
),
of_rides as (
  -- include: parks/ride_sums.sql
),
contributions as (
  select
    f.ride_id, a.name as ride_name, f.tier, f.weight, f.down_minutes, f.open_minutes,
    round(f.down_minutes / 60.0, 2) as downtime_hours,
    round(f.weight * f.down_minutes / 60.0, 2) as weighted_downtime_hours,
    round(m.uptime, 1) as uptime_percentage,
    round(f.weight * f.down_minutes * 10.0 / nullif(t.weighted_open_minutes, 0), 3) as shame_contribution,
    c.current_status
  from ride_facts f
  join attractions a on a.ride_id = f.ride_id
  join sums t on t.park_id = f.park_id
  join of_rides m on m.ride_id = f.ride_id
  left join ride_now c on c.ride_id = f.ride_id
  where f.eligible
),
breakdown as (
  select json_build_object(
    'shame_score', round(t.shame, 1),
    'formula', 'shame_score = 10 * weighted_down_minutes / weighted_open_minutes',
    'weighted_down_minutes', coalesce(t.weighted_down_minutes, 0),
    'weighted_open_minutes', coalesce(t.weighted_open_minutes, 0),
    'total_downtime_hours', round(coalesce(t.down_minutes, 0) / 60.0, 2),
    'weighted_downtime_hours', round(coalesce(t.weighted_down_minutes, 0) / 60.0, 2),
    'uptime_percentage', round(t.uptime, 1),
    'avg_wait_time', round(t.wait, 1),
    'peak_wait_time', t.peak_wait,
    'effective_park_weight', coalesce(t.effective_park_weight, 0),
    'total_rides', coalesce(t.total_rides, 0),
    'rides_down', coalesce(t.rides_down, 0),
    'rides', coalesce((
      select json_agg(row_to_json(c) order by c.shame_contribution desc nulls last, c.down_minutes desc, c.ride_id)
      from contributions c), cast('[]' as json))) as shame_breakdown
  from parks w
  left join sums t on t.park_id = w.park_id
),
grain as (
  select
    -- include: parks/granularity.sql
    as granularity
),
charted as materialized (
  select f.ride_id as entity_id, f.park_id, f.ride_id, f.weight from ride_facts f where f.eligible
),
labels as (
  -- include: parks/labels.sql
),
slots as (
  -- include: parks/slots.sql
),
points as (
  select
    f.label,
    round(
      -- include: parks/shame.sql
      , 1) as shame,
    sum(f.weight * f.open_minutes) as weight,
    round(sum(f.down_minutes) / 60.0, 2) as downtime_hours,
    count(distinct f.entity_id) filter (where f.down_minutes > 0) as rides_down,
    round(
      -- include: parks/wait.sql
      , 1) as avg_wait_time
  from slots f
  group by f.label
),
chart as (
  select json_build_object(
    'granularity', (select granularity from grain),
    'labels', json_agg(l.label order by l.position),
    'shame', json_agg(json_build_object('value', p.shame, 'weight', coalesce(p.weight, 0)) order by l.position),
    'downtime_hours', json_agg(p.downtime_hours order by l.position),
    'rides_down', json_agg(p.rides_down order by l.position),
    'avg_wait_time', json_agg(p.avg_wait_time order by l.position)) as chart
  from labels l
  left join points p on p.label = l.label
  where cast(:period as text) <> 'live'
  having count(*) > 0
),
sessions as (
  select
    w.day as date,
    utc_text(o.opening_time) as scheduled_opening, utc_text(o.closing_time) as scheduled_closing,
    utc_text(d.first_operating_at) as first_operating_at, utc_text(d.last_operating_at) as last_operating_at,
    round(d.open_minutes / 60.0, 2) as open_hours
  from (select p.park_id, p.timezone, cast(g.day as date) as day from parks p cross join generate_series(p.from_day, p.to_day, interval '1 day') g (day)) w
  left join park_schedule o on o.park_id = w.park_id and o.date = w.day and o.type = 'OPERATING'
  left join lateral (
    select min(d.first_operating_at) as first_operating_at, max(d.last_operating_at) as last_operating_at, max(d.open_minutes) as open_minutes
    from ride_day d
    where d.park_id = w.park_id and d.operating_day = w.day and d.operating_minutes > 0
  ) d on true
  where o.park_id is not null or d.open_minutes is not null
),
excluded as (
  select
    a.ride_id, a.name as ride_name, a.tier, a.weight, utc_text(a.last_operated_at) as last_operated_at,
    cast(floor(extract(epoch from cast(:now as timestamptz) - a.last_operated_at) / 86400) as integer) as days_since_operation,
    case when a.last_operated_at is null then 'never_operated' else 'not_operated_in_period' end as reason
  from attractions a
  where not exists (select from ride_facts f where f.ride_id = a.ride_id and f.eligible)
),
status as (
  select json_build_object(
    'park_is_open', coalesce((select o.park_is_open from park_now o), false),
    'last_updated', utc_text(max(c.recorded_at)),
    'OPERATING', count(*) filter (where c.current_status = 'OPERATING'),
    'DOWN', count(*) filter (where c.current_status = 'DOWN'),
    'CLOSED', count(*) filter (where c.current_status = 'CLOSED'),
    'REFURBISHMENT', count(*) filter (where c.current_status = 'REFURBISHMENT'),
    'PARK_CLOSED', count(*) filter (where c.current_status = 'PARK_CLOSED'),
    'total', count(*),
    'avg_wait_time', round(avg(c.wait_time) filter (where c.current_is_open and c.wait_time > 0), 1),
    'peak_wait_time', max(c.wait_time) filter (where c.current_is_open and c.wait_time > 0)) as current_status
  from ride_now c
)
select
  cast(json_build_object(
    'park', json_build_object(
      'park_id', p.park_id,
      'park_name', p.name,
      'location',
        -- include: parks/location.sql
      ,
      'operator', p.operator,
      'timezone', p.timezone,
      'down_rule', p.down_rule,
      'queue_times_id', p.queue_times_id,
      'queue_times_url',
        -- include: parks/park_link.sql
    ),
    'window', json_build_object('from', w.from_day, 'to', w.to_day),
    'current_status', (select s.current_status from status s),
    'tier_distribution', (
      select json_build_object(
        'tier_1', count(*) filter (where a.tier = 1),
        'tier_2', count(*) filter (where a.tier = 2),
        'tier_3', count(*) filter (where a.tier = 3),
        'unclassified', count(*) filter (where a.tier is null),
        'total_rides', count(*))
      from attractions a),
    'operating_sessions', coalesce((select json_agg(row_to_json(s) order by s.date, s.scheduled_opening) from sessions s), cast('[]' as json)),
    'shame_breakdown', (select b.shame_breakdown from breakdown b),
    'chart', (select c.chart from chart c),
    'excluded_rides', coalesce((select json_agg(row_to_json(e) order by e.ride_id) from excluded e), cast('[]' as json)),
    'empty_reason', case when not exists (select from ride_facts f where f.eligible) then 'no attraction was operating in this period' end,
    'attribution', case when p.queue_times_id is not null then 'Powered by Queue-Times.com' end) as text) as document
from parks w
join park p on p.park_id = w.park_id
