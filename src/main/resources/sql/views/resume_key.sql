-- Ends the pause of a key. No row touched: it was not paused. Binds :key (text), :generation (bigint).
update view_state
set paused = false, pause_reason = null, paused_by = null, paused_at = null, generation = :generation
where cache_key = :key and paused
