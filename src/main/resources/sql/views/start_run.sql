-- Makes the queued run of a scope the running one. No row: nothing is queued, or refreshing is paused.
-- Binds :scope, :holder (text), :fence (bigint).
update cache_refresh_log
set status = 'running', holder = :holder, fence = :fence,
    refresh_started_at = clock_timestamp(), heartbeat_at = clock_timestamp()
where scope = :scope and status = 'queued' and not exists (select from view_refreshing where paused)
returning log_id, trigger, if_stale, force, accept
