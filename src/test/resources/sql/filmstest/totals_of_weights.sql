-- Every film's total and place under weights given.
-- Rows: movie_id, total_score; by place.   Binds :popular_opinion, :awards, :cultural, :people, :financial numeric.
select s.movie_id,
  -- include: predictions/total_score.sql
  as total_score
from movie_score s
cross join
  -- include: predictions/weights.sql
order by
  -- include: predictions/exact_score.sql
  desc, s.movie_id
