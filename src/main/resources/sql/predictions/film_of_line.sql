-- The film a line g names: by imdb_id, else by tmdb_id.   film.movie_id is null if there is none.
-- Looked up line by line (offset 0): the planner would rather read all films for each batch.
cross join lateral (
  select coalesce(
    (select m.movie_id from movie m where m.imdb_id = g.imdb_id),
    (select m.movie_id from movie m where m.tmdb_id = g.tmdb_id)) as movie_id
  offset 0
) film
