-- Empties what a world of films fills.   No binds.
truncate movie, movie_list, scoring_state, movie_change cascade
