-- Every film, by id.
select * from movie_metadata order by imdb_id
