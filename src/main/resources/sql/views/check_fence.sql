-- Whether a lease still is its holder's, and its run goes on; locks both until the transaction ends, so that nobody takes
-- the lease or cancels the run in between. No row: lost. Binds :scope, :holder (text), :fence (bigint), :log_id (bigint).
select l.cancel_requested_at is not null as cancelled
from refresh_lease e
join cache_refresh_log l on l.log_id = :log_id
where e.scope = :scope and e.holder = :holder and e.fence = :fence and e.expires_at > clock_timestamp()
for share
