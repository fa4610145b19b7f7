-- Makes new builds the current ones. Binds: arrays of one length, one element per key: :keys, :view_types, :periods,
-- :filters, :bodies, :etags, :definition_hashes (text[]), :record_counts, :generation_times (int[]),
-- :generated_ats (timestamptz[]); for all: :as_of, :checked_at, :built_for (timestamptz), :generation,
-- :source_version (bigint).
insert into cached_api_views as c (
  cache_key, view_type, period, filter_type, result_json, etag, definition_hash, record_count, generation_time_ms,
  generated_at, as_of, checked_at, built_for, generation, source_version)
select b.cache_key, b.view_type, b.period, b.filter_type, cast(b.body as json), b.etag, b.definition_hash,
       b.record_count, b.generation_time, b.generated_at, :as_of, :checked_at, :built_for, :generation, :source_version
from unnest(
  cast(:keys as text[]), cast(:view_types as text[]), cast(:periods as text[]), cast(:filters as text[]),
  cast(:bodies as text[]), cast(:etags as text[]), cast(:definition_hashes as text[]), cast(:record_counts as int[]),
  cast(:generation_times as int[]), cast(:generated_ats as timestamptz[]))
  as b (cache_key, view_type, period, filter_type, body, etag, definition_hash, record_count, generation_time, generated_at)
order by b.cache_key
on conflict (cache_key) do update
  set view_type = excluded.view_type, period = excluded.period, filter_type = excluded.filter_type,
      result_json = excluded.result_json, etag = excluded.etag, definition_hash = excluded.definition_hash,
      record_count = excluded.record_count, generation_time_ms = excluded.generation_time_ms,
      generated_at = excluded.generated_at, as_of = excluded.as_of, checked_at = excluded.checked_at,
      built_for = excluded.built_for, generation = excluded.generation, source_version = excluded.source_version
