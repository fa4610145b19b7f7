-- One refresh run with its failures, as a JSON object in text. No row: unknown. Binds :log_id (bigint).
select cast(json_build_object(
  'id', l.log_id, 'status', l.status, 'trigger', l.trigger, 'scope', l.scope,
  'if_stale', l.if_stale, 'force', l.force, 'accept', l.accept,
  'requested_by', l.requested_by, 'holder', l.holder, 'cancel_requested_by', l.cancel_requested_by,
  'cancel_requested_at', to_char(l.cancel_requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'done', l.views_built, 'total', l.views_total,
  'eta_seconds', case when l.status = 'running' and l.views_built > 0 then
     cast(ceil(extract(epoch from clock_timestamp() - l.refresh_started_at) * (l.views_total - l.views_built) / l.views_built) as integer) end,
  'views_total', l.views_total, 'views_refreshed', l.views_refreshed, 'views_confirmed', l.views_confirmed,
  'views_superseded', l.views_superseded, 'views_failed', l.views_failed,
  'refresh_started_at', to_char(l.refresh_started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'refresh_completed_at', to_char(l.refresh_completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'total_time_ms', l.total_time_ms, 'generation', l.generation, 'error_message', l.error_message,
  'outcomes', coalesce(l.outcomes, '{}'),
  'failures', coalesce((
     select json_agg(json_build_object('cache_key', f.cache_key, 'reason', f.reason, 'message', f.message) order by f.cache_key)
     from cache_refresh_failure f where f.log_id = l.log_id), '[]')) as text) as run
from cache_refresh_log l
where l.log_id = :log_id
