-- Parks by shame, worst first: which of them had their rides down.   One row, column document (text, a JSON object):
-- aggregate_stats, data (one row per park with an eligible ride in the window; live: open parks), attribution, empty_reason.
-- Order shame desc nulls last, park_id.   Binds: those of facts.sql, :trend_samples int, :queue_times_url text.
with comparator as (select true as wanted),
-- include: parks/facts.sql
,
sums as (
  -- include: parks/park_sums.sql
),
ranked as (
  select
    row_number() over (order by s.shame desc nulls last, s.park_id) as rank,
    -- include: parks/park_identity.sql
    ,
    round(s.shame, 1) as shame_score,
    round(s.down_minutes / 60.0, 2) as total_downtime_hours,
    round(s.weighted_down_minutes / 60.0, 2) as weighted_downtime_hours,
    s.rides_down,
    s.total_rides,
    s.effective_park_weight,
    round(s.uptime, 1) as uptime_percentage,
    coalesce(o.park_is_open, false) as park_is_open,
    round(s.trend, 1) as trend_percentage,
    -- include: parks/park_link.sql
    as queue_times_url
  from sums s
  join park p on p.park_id = s.park_id
  left join park_now o on o.park_id = s.park_id
),
stats as (
  select json_build_object(
    'total_parks', count(*),
    'rides_operating', coalesce(sum(n.operating), 0),
    'rides_down', coalesce(sum(f.rides_down), 0),
    'rides_closed', coalesce(sum(n.closed), 0),
    'rides_refurbishment', coalesce(sum(n.refurbishment), 0),
    'total_downtime_hours', round(coalesce(sum(f.down_minutes), 0) / 60.0, 2),
    'avg_uptime_percentage', round(
      -- include: parks/uptime.sql
    , 1)) as aggregate_stats
  from sums f
  left join (
    select
      c.park_id,
      count(*) filter (where c.current_status = 'OPERATING') as operating,
      -- A closure that the live ranking calls down is not counted a second time.
      count(*) filter (where c.current_status = 'CLOSED' and not (cast(:period as text) = 'live' and coalesce(f.down_minutes, 0) > 0)) as closed,
      count(*) filter (where c.current_status = 'REFURBISHMENT') as refurbishment
    from ride_now c
    left join ride_facts f on f.ride_id = c.ride_id
    group by c.park_id
  ) n on n.park_id = f.park_id
)
select
  cast(case
    when count(*) = 0 then json_build_object(
      'aggregate_stats', (select aggregate_stats from stats), 'data', cast('[]' as json), 'empty_reason', 'no park had an attraction operating in this period')
    when bool_or(r.queue_times_id is not null) then json_build_object(
      'aggregate_stats', (select aggregate_stats from stats), 'data', json_agg(row_to_json(r) order by r.rank), 'attribution', 'Powered by Queue-Times.com')
    else json_build_object(
      'aggregate_stats', (select aggregate_stats from stats), 'data', json_agg(row_to_json(r) order by r.rank))
  end as text) as document
from ranked r
