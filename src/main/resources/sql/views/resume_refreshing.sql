-- Lets refresh runs begin again. No row touched: they might already. No binds.
update view_refreshing
set paused = false, pause_reason = null, paused_by = null, paused_at = null
where paused
