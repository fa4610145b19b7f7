-- Where a scoring notes whom it is about: one row per movie, marked unless only its people lead to it. Gone at the end of the
-- transaction.
create temporary table scored_movie (movie_id bigint primary key, marked boolean not null default true) on commit drop
