-- What a ranking was made with, a JSON object: weights as shares of all, and what the scores were computed with; null before
-- the first scoring. Needs weights. Binds :filter text, the profile; :period text, such as 2020s.
(
  select json_build_object(
    'profile', cast(:filter as text),
    'weights',
    -- include: predictions/shown_weights.sql
    , 'scoring_version', (select scoring_version from scoring_state),
    'criteria_count', 5,
    'decade', cast(left(cast(:period as text), 4) as int),
    'list', (select target_list from scoring_state))
  from weights w
)
