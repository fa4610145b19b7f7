-- The rides of :park_ids (bigint[]) with what a provider may name them by.   Order ride_id.
select ride_id, park_id, source_key, queue_times_id, themeparks_wiki_id
from ride
where park_id = any(:park_ids)
order by ride_id
