-- Marks a film, as a change of its facts would.   Bind :movie_id.
insert into movie_score_dirty (movie_id, cause) values (:movie_id, 'metric')
