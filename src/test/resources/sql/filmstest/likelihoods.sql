-- The likelihood of every total from 0.0 to 100.0.
select t.total_score,
  -- include: predictions/likelihood.sql
  as likelihood
from (select cast(n as numeric) / 10 as total_score from generate_series(0, 1000) n) t
order by t.total_score
