-- Ends the run of a scope whose holder is gone; the caller has just taken its lease. Binds :scope (text).
update cache_refresh_log
set status = case when cancel_requested_at is null then 'abandoned' else 'cancelled' end,
    refresh_completed_at = clock_timestamp(),
    error_message = 'no heartbeat from ' || holder
where scope = :scope and status = 'running'
