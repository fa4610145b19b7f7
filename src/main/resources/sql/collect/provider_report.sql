-- How providers stand: last cycle, last delivery, the newest failures since :since.   One row: report, a JSON object in text,
-- providers in the order they are given, failures newest first, ten of each at most.
-- Binds, one element per provider: :names (text[]), :parks (int[]), :silent (boolean[]); :since (timestamptz).
select cast(json_build_object('success', true, 'providers', coalesce(json_agg(json_build_object(
    'name', p.name, 'parks_configured', p.parks, 'silent', p.silent,
    'last_delivery_at', utc_text(d.delivered_at), 'last_cycle', c.cycle, 'failures', coalesce(f.failures, '[]')
  ) order by p.place), '[]')) as text) as report
from unnest(cast(:names as text[]), cast(:parks as int[]), cast(:silent as boolean[]))
  with ordinality as p (name, parks, silent, place)
left join lateral (
  select max(completed_at) as delivered_at
  from collection_cycle
  where provider = p.name and snapshots > 0 and completed_at is not null
) d on true
left join lateral (
  select json_build_object(
    'slot_at', utc_text(slot_at), 'started_at', utc_text(started_at), 'completed_at', utc_text(completed_at),
    'status', status, 'parks_total', parks_total, 'parks_failed', parks_failed, 'snapshots', snapshots,
    'error_message', error_message) as cycle
  from collection_cycle
  where provider = p.name
  order by slot_at desc
  limit 1
) c on true
left join lateral (
  select json_agg(json_build_object(
    'park', park_ref, 'step', step, 'reason', reason, 'message', message, 'at', utc_text(slot_at))
    order by slot_at desc, park_ref, step) as failures
  from (
    select y.slot_at, x.park_ref, x.step, x.reason, x.message
    from collection_cycle y
    join collection_failure x on x.cycle_id = y.cycle_id
    where y.provider = p.name and y.slot_at >= :since
    order by y.slot_at desc, x.park_ref, x.step
    limit 10
  ) newest
) f on true
