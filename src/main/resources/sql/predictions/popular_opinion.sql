-- Component popular_opinion of a film's inputs f: four ratings, each a quarter; a missing one counts 0.
0.25 * (
  coalesce(f.tmdb_rating, 0) / 10 + coalesce(f.imdb_rating, 0) / 10 + coalesce(f.metascore, 0) / 100
    + coalesce(f.tomatometer, 0) / 100)
