-- Who is rated anew is asked for all films of theirs, of which few are rated seven or better: those alone, by film.
-- It makes a changed rating two index entries dearer; found through the table's key, this was most of a small scoring.
create index external_metric_well_rated on external_metric (movie_id)
where source in ('imdb', 'tmdb') and metric_type = 'rating_average' and value >= 7.0;

-- The baseline of hindsight takes a decade's most voted for, in its own order.
create index movie_score_votes on movie_score (decade, (coalesce(imdb_votes, tmdb_votes)) desc nulls last, movie_id) where eligible;
