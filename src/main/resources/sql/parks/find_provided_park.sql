-- The park a provider names by its own id, the oldest should several claim it.   At most one row.
-- Binds :queue_times_id (bigint) or :themeparks_wiki_id (text), the other one null.
select park_id, source_key, timezone
from park
where queue_times_id = cast(:queue_times_id as bigint) or themeparks_wiki_id = cast(:themeparks_wiki_id as text)
order by park_id
limit 1
