-- Two imported films, one with its rating.   Binds none.
with film as (
  insert into movie (imdb_id, title, original_title, release_date, runtime, overview, poster_path)
  values
    ('tt8800001', 'Quillon 100% Sharp', 'Le Quillon', date '1999-03-31', 136, 'A plot of ours.', '/quillon.jpg'),
    ('tt8800002', 'The Last Quillon', null, null, null, null, null)
  returning movie_id, imdb_id
)
insert into external_metric (movie_id, source, metric_type, value, fetched_at)
select f.movie_id, 'imdb', m.metric, m.value, timestamptz '2026-01-01T00:00:00Z'
from film f, (values ('rating_average', 8.7), ('rating_votes', 2000000)) as m (metric, value)
where f.imdb_id = 'tt8800001'
