-- The attractions of a park by whether they count.   One row, column document (text, a JSON object): effective_park_weight,
-- total_roster_weight, rides.active (operated lately) and rides.excluded (with days since operation), attribution; null for
-- an unknown or inactive park.   Order weight desc, ride_id.
-- Binds :id bigint and those of newest.sql and window.sql, :eligible_within text (ISO-8601), :queue_times_url text.
with parks as materialized (
  select w.* from (
    -- include: parks/window.sql
  ) w
  where w.park_id = cast(:id as bigint)
),
newest as materialized (
  -- include: parks/newest.sql
),
park_now as materialized (
  -- include: parks/park_now.sql
),
ride_now as materialized (
  -- include: parks/ride_now.sql
),
roster as (
  select
    r.ride_id, r.name as ride_name, r.tier,
    -- include: parks/tier_weight.sql
    as weight,
    r.land_area, r.last_operated_at, n.current_status,
    case when n.current_is_open then n.wait_time end as current_wait_time,
    coalesce(c.operated, false) as operated
  from parks w
  join ride r on r.park_id = w.park_id and r.is_active and r.category = 'ATTRACTION'
  cross join lateral (
    select
      -- include: parks/operated_lately.sql
      as operated
    from (select r.last_operated_at) c
  ) c
  left join ride_now n on n.ride_id = r.ride_id
)
select
  cast(json_build_object(
    'park_id', p.park_id,
    'park_name', p.name,
    'effective_park_weight', (select coalesce(sum(r.weight) filter (where r.operated), 0) from roster r),
    'total_roster_weight', (select coalesce(sum(r.weight), 0) from roster r),
    'rides', json_build_object(
      'active', coalesce((
        select json_agg(json_build_object(
          'ride_id', r.ride_id, 'ride_name', r.ride_name, 'tier', r.tier, 'weight', r.weight, 'land_area', r.land_area,
          'last_operated_at', utc_text(r.last_operated_at), 'current_status', r.current_status, 'current_wait_time', r.current_wait_time)
          order by r.weight desc, r.ride_id)
        from roster r where r.operated), cast('[]' as json)),
      'excluded', coalesce((
        select json_agg(json_build_object(
          'ride_id', r.ride_id, 'ride_name', r.ride_name, 'tier', r.tier, 'weight', r.weight, 'land_area', r.land_area,
          'last_operated_at', utc_text(r.last_operated_at),
          'days_since_operation', cast(floor(extract(epoch from cast(:now as timestamptz) - r.last_operated_at) / 86400) as integer),
          'reason', case when r.last_operated_at is null then 'never_operated' else 'not_operated_lately' end)
          order by r.weight desc, r.ride_id)
        from roster r where not r.operated), cast('[]' as json))),
    'attribution', case when p.queue_times_id is not null then 'Powered by Queue-Times.com' end) as text) as document
from parks w
join park p on p.park_id = w.park_id
