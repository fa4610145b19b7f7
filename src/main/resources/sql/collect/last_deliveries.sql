-- When each provider last told of any ride.   One row per provider that ever did: provider, delivered_at.
select provider, max(completed_at) as delivered_at
from collection_cycle
where snapshots > 0 and completed_at is not null
group by provider
order by provider
