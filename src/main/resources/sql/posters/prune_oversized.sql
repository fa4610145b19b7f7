-- Deletes the least recently used posters, as many as have more than :max_bytes (bigint) before them.
-- What was used on the same day goes in the order it came.
with weighed as (
  select k.imdb_id, sum(octet_length(k.bytes)) as bytes
  from poster_picture k
  group by k.imdb_id
), ranked as (
  select p.imdb_id, sum(w.bytes) over (order by p.used_on desc nulls last, p.fetched_at desc, p.imdb_id) as up_to
  from poster p join weighed w on w.imdb_id = p.imdb_id
)
delete from poster p
using ranked r
where r.imdb_id = p.imdb_id and r.up_to > :max_bytes
