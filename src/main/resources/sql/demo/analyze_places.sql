-- Lets the planner know how many places there are before it plans the first large ingest into empty tables.
analyze park, ride, park_schedule
