-- What a ranking was made with, a JSON object: weights as shares of all, and what the scores were computed with; null before
-- the first scoring. Needs weights. Binds :filter text, the profile; :period text, such as 2020s.
(
  select json_build_object(
    'profile', cast(:filter as text),
    'weights', json_build_object(
      'popular_opinion', trim_scale(round(w.popular_opinion / w.total, 6)),
      'awards', trim_scale(round(w.awards / w.total, 6)),
      'cultural', trim_scale(round(w.cultural / w.total, 6)),
      'people', trim_scale(round(w.people / w.total, 6)),
      'financial', trim_scale(round(w.financial / w.total, 6))),
    'scoring_version', (select scoring_version from scoring_state),
    'criteria_count', 5,
    'decade', cast(left(cast(:period as text), 4) as int),
    'list', (select target_list from scoring_state))
  from (
    select
      w.*,
      -- include: predictions/total_weight.sql
      as total
    from weights w
  ) w
)
