-- A film's score as shown, in 0 to 100, of its row s and the weights w.
round(100 *
  -- include: predictions/exact_score.sql
  /
  -- include: predictions/total_weight.sql
  , 1)
