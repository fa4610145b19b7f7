-- How long until an allowance has an attempt again.   Binds :kind, :key text, :now timestamptz, :refill double precision,
-- :burst integer.   Returns seconds (bigint, 1 or more), in one row; none if nothing was spent.
select cast(greatest(1, ceil(
  extract(epoch from spent_until - cast(:now as timestamptz))
  - cast(:refill as double precision) * (cast(:burst as integer) - 1))) as bigint) as seconds
from attempt_allowance
where kind = :kind and key = :key
