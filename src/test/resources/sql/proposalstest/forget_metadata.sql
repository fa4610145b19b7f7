-- Nothing known of any film.
delete from movie_metadata
