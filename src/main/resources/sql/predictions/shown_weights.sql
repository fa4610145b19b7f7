-- The weights w as shares of all, a JSON object by category.
(
  select json_object_agg(c.category, trim_scale(round(c.weight / c.total, 6)) order by c.place)
  from (
    select c.*,
      -- include: predictions/total_weight.sql
      as total
    from (
      values
        (1, 'popular_opinion', w.popular_opinion), (2, 'awards', w.awards), (3, 'cultural', w.cultural),
        (4, 'people', w.people), (5, 'financial', w.financial)
    ) c (place, category, weight)
  ) c
)
