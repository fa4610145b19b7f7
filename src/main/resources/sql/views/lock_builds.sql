-- The current builds of some keys, locked in key order so that two publishers never wait in a circle.
-- One row per key that has a build. Binds :keys (text[]).
select cache_key, etag, record_count, generated_at, checked_at, source_version, generation_time_ms, definition_hash,
       pg_column_size(result_json) as bytes
from cached_api_views
where cache_key = any(cast(:keys as text[]))
order by cache_key
for update
