-- Ends the cycles of a provider that have been running since :before: whoever ran them is gone.   One that ends after all
-- says so itself.   Binds :provider (text), :before, :now (timestamptz).
update collection_cycle
set status = 'failed', completed_at = :now, error_message = 'its process ended before the cycle did'
where provider = :provider and status = 'running' and started_at <= :before
