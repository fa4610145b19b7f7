-- Where a scoring notes whom it is about: one row per movie. Gone at the end of the transaction.
create temporary table scored_movie (movie_id bigint primary key) on commit drop
