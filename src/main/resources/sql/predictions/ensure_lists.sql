-- Adds the lists that lines of known films name and nobody knows.
-- Binds (arrays, one element per line): :imdb_id, :list text[], :tmdb_id bigint[]. Returns nothing.
insert into movie_list (list_key, name)
select distinct g.list, g.list
from unnest(cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:list as text[])) as g (imdb_id, tmdb_id, list)
-- include: predictions/film_of_line.sql
where film.movie_id is not null
on conflict (list_key) do nothing
