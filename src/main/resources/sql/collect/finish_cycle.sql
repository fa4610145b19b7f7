-- Ends a cycle and notes what failed in it.
-- Binds :cycle_id (bigint), :now (timestamptz), :status (text), :parks_total, :parks_failed (int), :snapshots (bigint),
-- :error_message (text), and per failure :refs, :steps, :reasons, :messages (text[]).
with ended as (
  update collection_cycle
  set status = :status, completed_at = :now, parks_total = :parks_total, parks_failed = :parks_failed,
    snapshots = :snapshots, error_message = :error_message
  where cycle_id = :cycle_id
  returning cycle_id
)
insert into collection_failure (cycle_id, park_ref, step, reason, message)
select e.cycle_id, f.park_ref, f.step, f.reason, f.message
from ended e
cross join unnest(
  cast(:refs as text[]), cast(:steps as text[]), cast(:reasons as text[]), cast(:messages as text[])
) as f (park_ref, step, reason, message)
