-- Forgets every film and what was made of them; profiles stay. Returns nothing.
truncate
  movie, person, festival, movie_list, scoring_state, movie_score, movie_score_before, person_quality, movie_score_dirty, person_quality_dirty,
  movie_change cascade
