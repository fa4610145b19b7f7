-- Spends one attempt of an allowance, if there is one left: it holds :burst attempts, and one comes back each :refill seconds.
-- What no spending by this clock can have left (a minute for nodes that disagree) was spent by a clock since set back, and does
-- not count.   Binds :kind, :key text, :now timestamptz, :refill double precision, :burst integer.   Returns one row if it was
-- spent, none if it was not.
insert into attempt_allowance as held (kind, key, spent_until)
values (:kind, :key, cast(:now as timestamptz) + make_interval(secs => cast(:refill as double precision)))
on conflict (kind, key) do update
set spent_until = case
    when held.spent_until
      > cast(:now as timestamptz) + make_interval(mins => 1, secs => cast(:refill as double precision) * cast(:burst as integer))
      then cast(:now as timestamptz)
    else greatest(held.spent_until, cast(:now as timestamptz)) end
  + make_interval(secs => cast(:refill as double precision))
where greatest(held.spent_until, cast(:now as timestamptz))
    <= cast(:now as timestamptz) + make_interval(secs => cast(:refill as double precision) * (cast(:burst as integer) - 1))
  or held.spent_until
    > cast(:now as timestamptz) + make_interval(mins => 1, secs => cast(:refill as double precision) * cast(:burst as integer))
returning spent_until
