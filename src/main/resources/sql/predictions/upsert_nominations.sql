-- Stores nominations of known films; festivals and people are known by now (ensure_festivals.sql, ensure_people.sql).
-- One row per line: position, outcome (inserted | updated | unchanged | rejected), reason.   Of lines with one key the last counts.
-- Binds (arrays, one element per line): :imdb_id, :festival, :category, :person_key text[], :tmdb_id bigint[],
-- :year integer[], :won boolean[].
with given as materialized (
  select
    g.position, film.movie_id, film.reason, f.festival_id, g.year, g.category, p.person_id, g.won, old.movie_id is null as is_new
  from unnest(
      cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:festival as text[]), cast(:year as integer[]),
      cast(:category as text[]), cast(:person_key as text[]), cast(:won as boolean[]))
    with ordinality as g (imdb_id, tmdb_id, festival, year, category, person_key, won, position)
  -- include: predictions/film_of_line.sql
  left join festival f on f.abbreviation = g.festival
  -- include: predictions/person_of_line.sql
  left join lateral (
    select n.movie_id
    from festival_nomination n
    where n.movie_id = film.movie_id and n.festival_id = f.festival_id and n.year = g.year and n.category = g.category
      and n.person_id is not distinct from p.person_id
    offset 0
  ) old on true
),
written as (
  insert into festival_nomination as n (festival_id, year, category, movie_id, person_id, won)
  select distinct on (g.movie_id, g.festival_id, g.year, g.category, g.person_id)
    g.festival_id, g.year, g.category, g.movie_id, g.person_id, g.won
  from given g
  where g.movie_id is not null
  order by g.movie_id, g.festival_id, g.year, g.category, g.person_id, g.position desc
  on conflict on constraint festival_nomination_unique do update set won = excluded.won where n.won <> excluded.won
  returning festival_id, year, category, movie_id, person_id
)
select
  g.position,
  case
    when g.movie_id is null then 'rejected'
    when g.is_new then 'inserted'
    when w.movie_id is not null then 'updated'
    else 'unchanged'
  end as outcome,
  g.reason
from given g
left join written w
  on w.movie_id = g.movie_id and w.festival_id = g.festival_id and w.year = g.year and w.category = g.category
  and coalesce(w.person_id, 0) = coalesce(g.person_id, 0)
order by g.position
