-- Every ride with what a line or a provider may name it by.   Order ride_id.
select ride_id, park_id, source_key, queue_times_id, themeparks_wiki_id from ride order by ride_id
