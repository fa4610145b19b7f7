-- Refresh runs, newest first, one JSON object in text per row. Binds :limit (int).
select cast(json_build_object(
  'id', l.log_id, 'status', l.status, 'trigger', l.trigger, 'scope', l.scope,
  'done', l.views_built, 'total', l.views_total,
  'views_refreshed', l.views_refreshed, 'views_confirmed', l.views_confirmed,
  'views_superseded', l.views_superseded, 'views_failed', l.views_failed,
  'refresh_started_at', to_char(l.refresh_started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'refresh_completed_at', to_char(l.refresh_completed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'total_time_ms', l.total_time_ms, 'generation', l.generation, 'error_message', l.error_message) as text) as run
from cache_refresh_log l
order by l.log_id desc
limit :limit
