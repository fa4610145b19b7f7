-- Cancels a run that has not ended: at once if nobody holds it, else by a mark for its holder. Who asked first is kept.
-- Binds :log_id (bigint), :by (text), :held (boolean).
update cache_refresh_log
set cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp()),
    cancel_requested_by = coalesce(cancel_requested_by, :by),
    status = case when :held then status else 'cancelled' end,
    refresh_completed_at = case when :held then refresh_completed_at else clock_timestamp() end
where log_id = :log_id
