-- The rows of sums whose uptime moved far enough in the direction asked for; size tells how far, in percentage points.
-- Rounded finer than minutes can differ, so that a change of exactly the threshold is not lost to two divisions.
-- Needs sums.   Binds :direction int (1 up, -1 down), :trend_threshold double precision.
select c.*
from (select s.*, round(cast(:direction as integer) * s.trend, 12) as size from sums s) c
where c.size >= cast(cast(:trend_threshold as double precision) as numeric)
