-- Forgets a poster and all that is known of it.   Binds :imdb_id.   Its pictures go by cascade.
delete from poster where imdb_id = :imdb_id
