-- Builds published after a generation, without their bodies; every one for generation -1. Binds :generation (bigint).
select cache_key, etag, record_count, as_of, generated_at, checked_at, built_for, generation_time_ms, generation,
       source_version, definition_hash, pg_column_size(result_json) as bytes
from cached_api_views
where generation > :generation
order by generation, cache_key
