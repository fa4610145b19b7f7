-- A film told of at a moment, fresh for a day from then.   Binds :id (text), :data (jsonb), :at (timestamptz).
insert into movie_metadata
  (imdb_id, cached_imdb_data, cached_at, fresh_until, provider, state, attempted_at, next_attempt_at, created_at)
values (:id, :data, :at, cast(:at as timestamptz) + interval '24 hours', 'imdbapi', 'OK', :at,
  cast(:at as timestamptz) + interval '24 hours', :at)
