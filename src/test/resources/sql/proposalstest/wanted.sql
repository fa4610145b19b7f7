-- Films whose metadata are wanted.   Column imdb_id.   Order imdb_id.
select imdb_id, state from movie_metadata where cached_imdb_data is null order by imdb_id
