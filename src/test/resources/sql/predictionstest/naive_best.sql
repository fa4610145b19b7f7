-- The first :rows films of the 1990s, every one of them scored.   Binds: those of weights.sql, :rows int.
select s.movie_id
from movie_score s
cross join
-- include: predictions/weights.sql
where s.eligible and s.decade = 1990
order by
  -- include: predictions/exact_score.sql
  desc, s.movie_id
limit :rows
