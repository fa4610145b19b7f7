-- The number of this publish. Its row lock makes publishes commit in the order of their numbers. No binds.
update view_generation set generation = generation + 1 returning generation, clock_timestamp() as published_at
