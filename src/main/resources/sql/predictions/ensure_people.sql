-- Adds the people that lines of known films name and nobody knows; one known by key alone gets the name.
-- Binds (arrays, one element per line): :imdb_id, :person_key, :person_name text[], :tmdb_id bigint[]. Returns nothing.
insert into person as p (person_key, name)
select distinct on (g.person_key) g.person_key, coalesce(g.person_name, g.person_key)
from unnest(
    cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:person_key as text[]), cast(:person_name as text[]))
  with ordinality as g (imdb_id, tmdb_id, person_key, person_name, position)
-- include: predictions/film_of_line.sql
left join lateral (
  select who.person_id, who.name, who.person_key from person who where who.person_key = g.person_key offset 0
) known on true
where film.movie_id is not null and g.person_key is not null
  and (known.person_id is null or known.name = known.person_key and g.person_name <> g.person_key)
order by g.person_key, g.person_name nulls last, g.position
on conflict (person_key) do update set name = excluded.name
