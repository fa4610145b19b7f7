-- The total as shown: 0 to 100, 1 decimal, half-up. Of a movie_score s under the weights w; weights that are all 0 fail.
round(100 * (
  -- include: predictions/weighted_sum.sql
) / w.total, 1)
