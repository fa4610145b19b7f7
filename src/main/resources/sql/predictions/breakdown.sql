-- How a total came about, of a film's row s and the weights w: one object per criterion; the points add up to the total.
(
  select json_agg(
    json_build_object(
      'criterion', c.criterion,
      'raw_score', round(100 * c.component, 1),
      'weight', trim_scale(round(c.weight / c.total, 6)),
      'weighted_points', round(100 * c.component * c.weight / c.total, 2))
    order by c.place)
  from (
    select c.*,
      -- include: predictions/total_weight.sql
      as total
    from (
      values
        (1, 'popular_opinion', s.popular_opinion, w.popular_opinion),
        (2, 'industry_recognition', s.industry_recognition, w.awards),
        (3, 'cultural_impact', s.cultural_impact, w.cultural),
        (4, 'people_quality', s.people_quality, w.people),
        (5, 'financial_success', s.financial_success, w.financial)
    ) c (place, criterion, component, weight)
  ) c
)
