-- CTE weights: one row, what each category weighs in this profile, and their sum (total).
-- Binds :popular_opinion, :awards, :cultural, :people, :financial (numeric, not all 0); only their ratio matters.
weights as (
  select
    given.*, given.popular_opinion + given.awards + given.cultural + given.people + given.financial as total
  from (
    select
      cast(:popular_opinion as numeric) as popular_opinion,
      cast(:awards as numeric) as awards,
      cast(:cultural as numeric) as cultural,
      cast(:people as numeric) as people,
      cast(:financial as numeric) as financial
  ) given
)
