-- Nothing known of any film.
truncate movie_metadata
