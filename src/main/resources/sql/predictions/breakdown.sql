-- Where the total comes from, a JSON array of one object per criterion, of a movie_score s under the weights w: raw_score 0
-- to 100, weight as its share of all, weighted_points, which add up to the total but for rounding.
(
  select json_agg(json_build_object(
    'criterion', c.criterion,
    'raw_score', round(100 * c.component, 1),
    'weight', trim_scale(round(c.weight / w.total, 4)),
    'weighted_points', round(100 * c.weight * c.component / w.total, 2)) order by c.place)
  from (values
    (1, 'popular_opinion', s.popular_opinion, w.popular_opinion),
    (2, 'industry_recognition', s.industry_recognition, w.awards),
    (3, 'cultural_impact', s.cultural_impact, w.cultural),
    (4, 'people_quality', s.people_quality, w.people),
    (5, 'financial_success', s.financial_success, w.financial)
  ) c (place, criterion, component, weight)
)
