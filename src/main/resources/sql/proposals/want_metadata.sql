-- Says that a film's metadata are wanted, at once if nothing is known of it.   Returns nothing.
-- Binds :imdb_id text, :now timestamptz.
insert into movie_metadata (imdb_id, state, next_attempt_at, created_at)
values (:imdb_id, 'MISSING', :now, :now)
on conflict (imdb_id) do nothing
