-- Puts the pictures of a poster in place of the old ones.   No row written: the lease is lost.
-- Binds :imdb_id, :owner (text), :next, :now (timestamptz), and one element per size in :sizes, :types, :etags (text[]),
-- :widths, :heights (int[]), :pictures (bytea[]).
with kept as (
  update poster
  set state = 'OK', source_url = attempted_url, failures = 0, next_attempt_at = :next, last_error = null,
      fetched_at = :now, used_on = cast(cast(:now as timestamptz) at time zone 'UTC' as date),
      lease_until = null, lease_owner = null
  where imdb_id = :imdb_id and lease_owner = :owner
  returning imdb_id
)
insert into poster_picture (imdb_id, size, content_type, width, height, etag, bytes)
select kept.imdb_id, made.size, made.content_type, made.width, made.height, made.etag, made.bytes
from kept
cross join unnest(
  cast(:sizes as text[]), cast(:types as text[]), cast(:widths as int[]), cast(:heights as int[]),
  cast(:etags as text[]), cast(:pictures as bytea[])
) as made (size, content_type, width, height, etag, bytes)
on conflict (imdb_id, size) do update
set content_type = excluded.content_type, width = excluded.width, height = excluded.height, etag = excluded.etag,
    bytes = excluded.bytes
