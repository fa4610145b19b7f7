-- Stores values of known films; an older value than the stored one changes nothing.
-- One row per line: position, outcome (inserted | updated | unchanged | rejected), reason.   Of lines with one key the last counts.
-- Binds (arrays, one element per line): :imdb_id, :source, :metric_type text[], :tmdb_id bigint[],
-- :value double precision[], :fetched_at timestamptz[]; :now for those without.
with given as materialized (
  select g.position, film.movie_id, film.reason, g.source, g.metric_type, g.value, g.fetched_at, old.value as old_value
  from unnest(
      cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:source as text[]), cast(:metric_type as text[]),
      cast(:value as double precision[]), cast(:fetched_at as timestamptz[]))
    with ordinality as g (imdb_id, tmdb_id, source, metric_type, value, fetched_at, position)
  -- include: predictions/film_of_line.sql
  left join lateral (
    select x.value
    from external_metric x
    where x.movie_id = film.movie_id and x.source = g.source and x.metric_type = g.metric_type
    offset 0
  ) old on true
),
written as (
  insert into external_metric as e (movie_id, source, metric_type, value, fetched_at)
  select distinct on (g.movie_id, g.source, g.metric_type)
    g.movie_id, g.source, g.metric_type, g.value, coalesce(g.fetched_at, cast(:now as timestamptz))
  from given g
  -- Said again without a date is no news, and need not be written.
  where g.movie_id is not null and (g.fetched_at is not null or g.old_value is distinct from g.value)
  order by g.movie_id, g.source, g.metric_type, g.position desc
  on conflict on constraint external_metric_unique do update
  set value = excluded.value, fetched_at = excluded.fetched_at
  where excluded.fetched_at > e.fetched_at or (excluded.fetched_at = e.fetched_at and excluded.value <> e.value)
  returning movie_id, source, metric_type
)
select
  g.position,
  case
    when g.movie_id is null then 'rejected'
    when g.old_value is null then 'inserted'
    when w.movie_id is not null and g.value <> g.old_value then 'updated'
    else 'unchanged'
  end as outcome,
  g.reason
from given g
left join written w on w.movie_id = g.movie_id and w.source = g.source and w.metric_type = g.metric_type
order by g.position
