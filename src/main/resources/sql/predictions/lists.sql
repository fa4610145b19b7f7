-- Every list with how many films are on it.   One row, column lists (text, a JSON array of {list, name, movies, is_target}).
-- Order list_key.   No binds.
select
  cast(coalesce(json_agg(json_build_object(
    'list', l.list_key, 'name', l.name, 'movies', l.movies,
    'is_target', l.list_key = (select target_list from scoring_state)) order by l.list_key), cast('[]' as json)) as text) as lists
from (
  select l.list_key, l.name, count(distinct e.movie_id) as movies
  from movie_list l left join movie_list_entry e on e.list_key = l.list_key
  group by l.list_key, l.name
) l
