-- The build and the state of a key nobody declares, checked so many days ago.   Binds :key text, :days int.
with state as (
  insert into view_state (cache_key, reason, reason_since, generation)
  values (:key, 'build_failed', clock_timestamp() - make_interval(days => :days), 1)
)
insert into cached_api_views (cache_key, view_type, period, filter_type, result_json, etag, record_count, as_of, generated_at,
  checked_at, built_for, generation_time_ms, generation, source_version, definition_hash)
select :key, 'stranger', null, null, '{}', 'e', 0, null, s.at, s.at, s.at, 1, 1, 1, 'h'
from (select clock_timestamp() - make_interval(days => :days) as at) s
