-- What a provider told of a film.   Binds :imdb_id, :data text (a JSON object), :at, :fresh_until timestamptz.
insert into movie_metadata (imdb_id, cached_imdb_data, cached_at, fresh_until, provider, state, next_attempt_at, created_at)
values (:imdb_id, cast(cast(:data as text) as jsonb), :at, :fresh_until, 'imdbapi', 'OK', :fresh_until, :at)
on conflict (imdb_id) do update set
  cached_imdb_data = excluded.cached_imdb_data, cached_at = excluded.cached_at, fresh_until = excluded.fresh_until,
  provider = excluded.provider, state = excluded.state
