-- Films with a text in their title or original title.   At most :limit rows.   Binds :q (text), :limit (integer).
-- Titles that begin with it first, then those with more votes at IMDb, then by imdb_id.
select
-- include: predictions/film_fact.sql
from movie m
where m.imdb_id is not null
  and (strpos(lower(m.title), lower(:q)) > 0 or strpos(lower(m.original_title), lower(:q)) > 0)
order by
  not starts_with(lower(m.title), lower(:q)),
  (select e.value from external_metric e
    where e.movie_id = m.movie_id and e.source = 'imdb' and e.metric_type = 'rating_votes') desc nulls last,
  m.imdb_id
limit :limit
