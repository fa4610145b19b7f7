-- Forgets which films are to be scored again.   No binds.
delete from movie_score_dirty
