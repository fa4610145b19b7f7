-- Tells the planner how many places there are: the ingest of a whole history into tables it takes for empty
-- would run nested loops, ten times as long. Returns nothing.
analyze park, ride, park_schedule
