-- Takes all films and posters away.
with gone as (delete from poster)
delete from movie_metadata
