-- Says of current builds that they are still right: body, etag and generated_at stay.
-- Binds :keys, :definition_hashes (text[] of one length); :as_of, :checked_at, :built_for (timestamptz), :generation,
-- :source_version (bigint).
update cached_api_views c
set as_of = :as_of, checked_at = :checked_at, built_for = :built_for, generation = :generation,
    source_version = :source_version, definition_hash = b.definition_hash
from unnest(cast(:keys as text[]), cast(:definition_hashes as text[])) as b (cache_key, definition_hash)
where c.cache_key = b.cache_key
