-- The film a line g names: by imdb_id, else by tmdb_id.   film.movie_id is null if there is none.
left join movie by_imdb on by_imdb.imdb_id = g.imdb_id
left join movie by_tmdb on by_tmdb.tmdb_id = g.tmdb_id and by_imdb.movie_id is null
cross join lateral (select coalesce(by_imdb.movie_id, by_tmdb.movie_id) as movie_id) film
