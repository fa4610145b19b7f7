-- Tells the planner how many facts there are: it would take tables just filled for small ones. Returns nothing.
analyze movie, external_metric, person, movie_credit, festival_nomination, movie_list_entry
