-- Lets no refresh run begin, or gives the pause another reason and author. Binds :reason, :by (text).
update view_refreshing
set paused = true, pause_reason = cast(:reason as text), paused_by = :by, paused_at = clock_timestamp()
