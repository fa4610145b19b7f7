-- The lists a movie m is on, the target list included, a JSON array of their keys in order.
(
  select coalesce(json_agg(l.list_key order by l.list_key), cast('[]' as json))
  from (select distinct e.list_key from movie_list_entry e where e.movie_id = m.movie_id) l
)
