-- Empties what a world of films fills.   No binds.
truncate
  movie, person, festival, movie_list, scoring_state, movie_score, movie_score_before, person_quality, movie_score_dirty, person_quality_dirty,
  movie_change cascade
