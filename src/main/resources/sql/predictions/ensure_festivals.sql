-- Adds the festivals that lines of known films name and nobody knows.
-- Binds (arrays, one element per line): :imdb_id, :festival, :festival_name text[], :tmdb_id bigint[]. Returns nothing.
insert into festival (abbreviation, name)
select distinct on (g.festival) g.festival, coalesce(g.festival_name, g.festival)
from unnest(
    cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:festival as text[]), cast(:festival_name as text[]))
  with ordinality as g (imdb_id, tmdb_id, festival, festival_name, position)
-- include: predictions/film_of_line.sql
where film.movie_id is not null
order by g.festival, g.position
on conflict (abbreviation) do nothing
