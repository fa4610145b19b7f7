-- Puts known films on lists; the lists are known by now (ensure_lists.sql). Films a file leaves out stay on them.
-- One row per line: position, outcome (inserted | updated | unchanged | rejected), reason.   Of lines with one key the last counts.
-- Binds (arrays, one element per line): :imdb_id, :list, :edition text[], :tmdb_id bigint[], :position integer[].
with given as materialized (
  select g.line, film.movie_id, film.reason, g.list, g.edition, g.position, old.movie_id is null as is_new
  from unnest(
      cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:list as text[]), cast(:edition as text[]),
      cast(:position as integer[]))
    with ordinality as g (imdb_id, tmdb_id, list, edition, position, line)
  -- include: predictions/film_of_line.sql
  left join lateral (
    select e.movie_id
    from movie_list_entry e
    where e.movie_id = film.movie_id and e.list_key = g.list and e.edition is not distinct from g.edition
    offset 0
  ) old on true
),
written as (
  insert into movie_list_entry as e (list_key, movie_id, edition, position)
  select distinct on (g.movie_id, g.list, g.edition) g.list, g.movie_id, g.edition, g.position
  from given g
  where g.movie_id is not null
  order by g.movie_id, g.list, g.edition, g.line desc
  on conflict on constraint movie_list_entry_unique do update
  set position = excluded.position
  where excluded.position is not null and e.position is distinct from excluded.position
  returning list_key, movie_id, edition
)
select
  g.line as position,
  case
    when g.movie_id is null then 'rejected'
    when g.is_new then 'inserted'
    when w.movie_id is not null then 'updated'
    else 'unchanged'
  end as outcome,
  g.reason
from given g
left join written w on w.movie_id = g.movie_id and w.list_key = g.list and coalesce(w.edition, '') = coalesce(g.edition, '')
order by g.line
