-- Takes a test's film and poster away.   Binds :imdb_id.
with gone as (delete from poster where imdb_id = :imdb_id)
delete from movie_metadata where imdb_id = :imdb_id
