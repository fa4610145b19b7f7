-- Gives a film a date no ranking can show.   Bind :movie_id.
update movie set release_date = date 'infinity' where movie_id = :movie_id
