-- Adds people or changes what a file says anew of them; what it leaves out stays.
-- One row per line: position, outcome (inserted | updated | unchanged), reason (null).   No key twice in one batch.
-- Binds (arrays, one element per line): :person_key, :name, :person_imdb_id text[], :person_tmdb_id bigint[].
with given as materialized (
  select
    g.position, g.person_key, p.person_id, coalesce(g.name, p.name, g.person_key) as name,
    coalesce(g.imdb_id, p.imdb_id) as imdb_id, coalesce(g.tmdb_id, p.tmdb_id) as tmdb_id
  from unnest(
      cast(:person_key as text[]), cast(:name as text[]), cast(:person_imdb_id as text[]), cast(:person_tmdb_id as bigint[]))
    with ordinality as g (person_key, name, imdb_id, tmdb_id, position)
  left join lateral (select who.* from person who where who.person_key = g.person_key offset 0) p on true
),
updated as (
  update person p
  set name = g.name, imdb_id = g.imdb_id, tmdb_id = g.tmdb_id
  from given g
  where p.person_id = g.person_id and (p.name, p.imdb_id, p.tmdb_id) is distinct from (g.name, g.imdb_id, g.tmdb_id)
  returning p.person_id
),
inserted as (
  insert into person (person_key, name, imdb_id, tmdb_id)
  select g.person_key, g.name, g.imdb_id, g.tmdb_id from given g where g.person_id is null order by g.position
)
select
  g.position,
  case when g.person_id is null then 'inserted' when u.person_id is not null then 'updated' else 'unchanged' end as outcome,
  cast(null as text) as reason
from given g
left join updated u on u.person_id = g.person_id
order by g.position
