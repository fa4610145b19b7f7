-- One run's status, and whether it runs under a living lease; its row is locked until the transaction ends, so that it
-- neither publishes nor ends in between. No row: unknown. Binds :log_id (bigint).
select l.status,
       l.status = 'running' and exists (
         select from refresh_lease e
         where e.scope = l.scope and e.fence = l.fence and e.expires_at > clock_timestamp()) as held
from cache_refresh_log l
where l.log_id = :log_id
for update of l
