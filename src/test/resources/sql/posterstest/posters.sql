-- Which posters have pictures.
select distinct imdb_id from poster_picture order by imdb_id
