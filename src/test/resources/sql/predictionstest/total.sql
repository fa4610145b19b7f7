-- The total and its likelihood of given components.   Binds: those of weights.sql, and the components.
select
  t.total_score,
  -- include: predictions/likelihood.sql
  as likelihood_percentage,
  t.breakdown
from (
  select
    -- include: predictions/total_score.sql
    as total_score,
    cast(
      -- include: predictions/breakdown.sql
      as text) as breakdown
  from (
    select
      cast(:pop as numeric) as popular_opinion, cast(:ind as numeric) as industry_recognition,
      cast(:cul as numeric) as cultural_impact, cast(:ppl as numeric) as people_quality,
      cast(:fin as numeric) as financial_success
  ) s
  cross join
  -- include: predictions/weights.sql
) t
