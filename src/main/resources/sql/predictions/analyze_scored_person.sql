-- Tells the planner whether it is about a hundred or about all of them. Returns nothing.
analyze scored_person
