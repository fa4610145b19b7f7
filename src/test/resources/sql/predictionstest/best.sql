-- The first :rows films of the 1990s, as rankings find them.   Binds: those of weights.sql, :rows int.
select b.movie_id
from (select cast(1990 as smallint) as decade, cast(:rows as int) as films) d
cross join
-- include: predictions/weights.sql
cross join lateral (
  -- include: predictions/best.sql
) b
