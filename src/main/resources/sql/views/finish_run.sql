-- Ends a running run. Binds :log_id, :fence, :generation (bigint, null if nothing was published), :status, :outcomes (a
-- JSON object, key to outcome), :error_message (text), :total, :built, :refreshed, :confirmed, :superseded, :failed (int).
update cache_refresh_log
set status = :status,
    refresh_completed_at = clock_timestamp(),
    total_time_ms = cast(extract(epoch from clock_timestamp() - refresh_started_at) * 1000 as integer),
    views_total = :total, views_built = :built,
    views_refreshed = :refreshed, views_confirmed = :confirmed,
    views_superseded = :superseded, views_failed = :failed,
    generation = :generation,
    outcomes = cast(cast(:outcomes as text) as json),
    error_message = :error_message
where log_id = :log_id and status = 'running' and fence = :fence
