-- Begins the cycle of a provider's slot unless somebody has: the one row there may be.   Returns cycle_id; no row: taken.
-- Binds :provider (text), :slot_at, :now (timestamptz).
insert into collection_cycle (provider, slot_at, started_at, status)
values (:provider, :slot_at, :now, 'running')
on conflict (provider, slot_at) do nothing
returning cycle_id
