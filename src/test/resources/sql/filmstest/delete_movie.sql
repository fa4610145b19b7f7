-- Forgets a film. Returns nothing.   Binds :imdb_id text.
delete from movie where imdb_id = cast(:imdb_id as text)
