-- Stores who took part in known films; the people are known by now (ensure_people.sql).
-- One row per line: position, outcome (inserted | updated | unchanged | rejected), reason.   Of lines with one key the last counts.
-- Binds (arrays, one element per line): :imdb_id, :person_key, :credit_type, :department, :job text[], :tmdb_id bigint[],
-- :cast_order integer[].
with given as materialized (
  select
    g.position, film.movie_id, film.reason, p.person_id, g.credit_type, g.department, g.job, g.cast_order, old.movie_id is null as is_new
  from unnest(
      cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:person_key as text[]), cast(:credit_type as text[]),
      cast(:department as text[]), cast(:job as text[]), cast(:cast_order as integer[]))
    with ordinality as g (imdb_id, tmdb_id, person_key, credit_type, department, job, cast_order, position)
  -- include: predictions/film_of_line.sql
  -- include: predictions/person_of_line.sql
  left join lateral (
    select c.movie_id
    from movie_credit c
    where c.movie_id = film.movie_id and c.person_id = p.person_id and c.credit_type = g.credit_type
      and c.job is not distinct from g.job
    offset 0
  ) old on true
),
written as (
  insert into movie_credit as c (movie_id, person_id, credit_type, department, job, cast_order)
  select distinct on (g.movie_id, g.person_id, g.credit_type, g.job)
    g.movie_id, g.person_id, g.credit_type, g.department, g.job, g.cast_order
  from given g
  where g.movie_id is not null
  order by g.movie_id, g.person_id, g.credit_type, g.job, g.position desc
  on conflict on constraint movie_credit_unique do update
  set department = coalesce(excluded.department, c.department), cast_order = coalesce(excluded.cast_order, c.cast_order)
  where excluded.department is distinct from c.department and excluded.department is not null
    or excluded.cast_order is distinct from c.cast_order and excluded.cast_order is not null
  returning movie_id, person_id, credit_type, job
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
  on w.movie_id = g.movie_id and w.person_id = g.person_id and w.credit_type = g.credit_type
  and coalesce(w.job, '') = coalesce(g.job, '')
order by g.position
