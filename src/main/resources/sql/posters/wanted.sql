-- A building block: where the film's metadata says its poster is.   No row: nowhere.   Binds :imdb_id.
select m.imdb_id, m.cached_imdb_data ->> 'poster_url' as poster_url
from movie_metadata m
where m.imdb_id = :imdb_id and m.cached_imdb_data ->> 'poster_url' <> ''
