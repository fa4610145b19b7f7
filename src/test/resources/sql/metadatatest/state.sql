-- What is known of a film.   Binds :id (text).
select state, cached_imdb_data from movie_metadata where imdb_id = :id
