-- Gives one attempt of an allowance back.   Binds :kind, :key text, :refill double precision.   Returns nothing.
update attempt_allowance
set spent_until = spent_until - make_interval(secs => cast(:refill as double precision))
where kind = :kind and key = :key
