-- The film a line g names: by imdb_id, else by tmdb_id.   film.movie_id is null if there is none; film.reason says why.
-- Looked up line by line (offset 0): the planner would rather read all films for each batch.
cross join lateral (
  select
    case when r.reason is null then coalesce(by_imdb.movie_id, by_tmdb.movie_id) end as movie_id,
    coalesce(r.reason, case when coalesce(by_imdb.movie_id, by_tmdb.movie_id) is null then 'unknown film' end) as reason
  from (select 1) line
  left join lateral (select m.movie_id from movie m where m.imdb_id = g.imdb_id offset 0) by_imdb on true
  left join lateral (select m.movie_id, m.imdb_id from movie m where m.tmdb_id = g.tmdb_id offset 0) by_tmdb on true
  cross join lateral (
    select case
      when by_imdb.movie_id <> by_tmdb.movie_id then 'its imdb_id and its tmdb_id belong to two films'
      when by_imdb.movie_id is null and by_tmdb.imdb_id <> g.imdb_id then 'its tmdb_id belongs to ' || by_tmdb.imdb_id
    end as reason
  ) r
  offset 0
) film
