-- Calls a film otherwise.   Binds :movie_id, :title.
update movie set title = :title where movie_id = :movie_id
