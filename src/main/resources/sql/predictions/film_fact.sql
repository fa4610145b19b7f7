-- What one film m is known by: the columns of a FilmFact.
  m.imdb_id,
  m.title,
  m.original_title,
  cast(extract(year from m.release_date) as integer) as year,
  m.overview,
  m.runtime,
  m.poster_path,
  (select e.value from external_metric e
    where e.movie_id = m.movie_id and e.source = 'imdb' and e.metric_type = 'rating_average') as imdb_rating,
  (select cast(least(e.value, 2147483647) as integer) from external_metric e
    where e.movie_id = m.movie_id and e.source = 'imdb' and e.metric_type = 'rating_votes') as imdb_votes,
  (select cast(e.value as integer) from external_metric e
    where e.movie_id = m.movie_id and e.source = 'metacritic' and e.metric_type = 'metascore') as metascore
