-- What the films noted were scored before this scoring, one row per film that has a score. Gone at the end of the transaction.
create temporary table scored_before on commit drop as
select
  t.movie_id, t.decade, t.popular_opinion, t.industry_recognition, t.cultural_impact, t.people_quality, t.financial_success
from movie_score t
join scored_movie s on s.movie_id = t.movie_id
