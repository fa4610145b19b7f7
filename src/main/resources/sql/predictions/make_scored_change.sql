-- Where a scoring notes why: one row per cause and decade, as in movie_change. Gone at the end of the transaction.
create temporary table scored_change (cause text not null, decade smallint, movies integer not null) on commit drop
