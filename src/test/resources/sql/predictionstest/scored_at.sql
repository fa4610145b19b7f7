-- Each film's row version: another one, and it was written again.   No binds.
select movie_id, cast(xmin as text) as scored from movie_score order by movie_id
