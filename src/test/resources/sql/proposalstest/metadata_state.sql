-- How the last attempt at a film nothing is known of ended.   Binds :imdb_id, :state text, :at timestamptz.
insert into movie_metadata (imdb_id, state, next_attempt_at, created_at)
values (:imdb_id, :state, :at, :at)
on conflict (imdb_id) do update set state = excluded.state
