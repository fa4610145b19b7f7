-- Every film's components, total, likelihood and breakdown under every active profile.
-- Rows: imdb_id, slug, popular_opinion … financial_success numeric, total_score, likelihood numeric, breakdown json; by film and profile.
select
  m.imdb_id, w.slug, s.popular_opinion, s.industry_recognition, s.cultural_impact, s.people_quality, s.financial_success,
  s.confidence, t.total_score,
  -- include: predictions/likelihood.sql
  as likelihood,
  cast(
  -- include: predictions/breakdown.sql
  as text) as breakdown
from movie_score s
join movie m on m.movie_id = s.movie_id
cross join weight_profile w
cross join lateral (
  select
    -- include: predictions/total_score.sql
    as total_score
) t
where w.active
order by m.imdb_id, w.slug
