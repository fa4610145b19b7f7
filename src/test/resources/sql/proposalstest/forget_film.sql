-- Takes a film's metadata away.   Bind :imdb_id text.
delete from movie_metadata where imdb_id = :imdb_id
