-- What is known of some films.   One row per film that is there.   Binds :ids (text[]).   By imdb_id.
select
-- include: predictions/film_fact.sql
from movie m
where m.imdb_id = any(cast(:ids as text[]))
order by m.imdb_id
