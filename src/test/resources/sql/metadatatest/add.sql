-- Films that were just proposed.   Binds :ids (text[]), :now (timestamptz).
insert into movie_metadata (imdb_id, next_attempt_at, created_at)
select id, cast(:now as timestamptz), cast(:now as timestamptz) from unnest(cast(:ids as text[])) id
