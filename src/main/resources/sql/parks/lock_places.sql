-- Takes the parks a batch names, as lock_parks.sql does for an ingest and in the same order: whoever writes to a park
-- holds it first.   Binds :park_ids bigint[], :park_keys text[].
select park_id
from park
where park_id = any (cast(:park_ids as bigint[])) or source_key = any (cast(:park_keys as text[]))
order by park_id
for no key update
