-- The current builds of some keys with their bodies, to be compared with what their statements say.
-- One row per key that has a build. Binds :keys (text[]).
select cache_key, built_for, source_version, definition_hash, cast(result_json as text) as body
from cached_api_views
where cache_key = any(cast(:keys as text[]))
