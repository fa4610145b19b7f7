-- The decades of the films a batch names, as they are and as they were scored.   One row: parts text[], such as 2020s.
-- Binds (arrays, one element per line): :imdb_id text[], :tmdb_id bigint[].
select array(
  select distinct d.decade || 's'
  from unnest(cast(:imdb_id as text[]), cast(:tmdb_id as bigint[])) as g (imdb_id, tmdb_id)
  -- include: predictions/film_of_line.sql
  cross join lateral (
    select
      -- include: predictions/decade.sql
      as decade
    from movie m
    where m.movie_id = film.movie_id
    union all
    select s.decade from movie_score s where s.movie_id = film.movie_id
    offset 0
  ) d
  where d.decade is not null
) as parts
