-- The heartbeat of a run: its lease lives on, its row shows how far it is, and tells whether it was cancelled. No row: the
-- lease is lost.
-- An expired lease is never renewed, even if nobody took it: others may already count on its end.
-- Binds :scope, :holder (text), :fence, :log_id (bigint), :ttl (seconds, double precision), :done, :total (int).
with renewed as (
  update refresh_lease
  set expires_at = clock_timestamp() + make_interval(secs => :ttl)
  where scope = :scope and holder = :holder and fence = :fence and expires_at > clock_timestamp()
  returning fence
)
update cache_refresh_log
set heartbeat_at = clock_timestamp(), views_built = :done, views_total = :total
where log_id = :log_id and status = 'running' and fence = (select fence from renewed)
returning cancel_requested_at is not null as cancelled
