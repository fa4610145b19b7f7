-- What a film's score as shown was before it last changed, of the film b and the weights w, for a lateral join: changed_on,
-- total_score. No row if it never changed.
select
  s.changed_on,
  -- include: predictions/total_score.sql
  as total_score
from movie_score_before s
where s.movie_id = b.movie_id
offset 0
