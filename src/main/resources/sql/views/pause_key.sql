-- Pauses a key, or gives its pause another reason and author. Binds :key, :reason, :by (text), :generation (bigint).
insert into view_state as s (cache_key, paused, pause_reason, paused_by, paused_at, generation)
values (:key, true, cast(:reason as text), :by, clock_timestamp(), :generation)
on conflict (cache_key) do update
  set paused = true, pause_reason = excluded.pause_reason, paused_by = excluded.paused_by,
      paused_at = excluded.paused_at, generation = excluded.generation
