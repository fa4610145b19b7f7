-- Weights given as binds, as one row w.   Binds :popular_opinion, :awards, :cultural, :people, :financial numeric.
(
  select
    cast(:popular_opinion as numeric) as popular_opinion, cast(:awards as numeric) as awards,
    cast(:cultural as numeric) as cultural, cast(:people as numeric) as people, cast(:financial as numeric) as financial
) w
