-- Forgets what there is to score.   No binds.
truncate movie_score_dirty, person_quality_dirty
