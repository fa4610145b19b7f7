-- What providers told of a film: where its poster is.   Binds :imdb_id, :url (text), :now (timestamptz).
insert into movie_metadata (imdb_id, cached_imdb_data, cached_at, fresh_until, provider, state, next_attempt_at, created_at)
values (:imdb_id, jsonb_build_object('title', 'A Film', 'poster_url', cast(:url as text)), :now, :now, 'test', 'OK', :now, :now)
on conflict (imdb_id) do update set cached_imdb_data = excluded.cached_imdb_data
