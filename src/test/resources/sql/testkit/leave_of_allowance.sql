-- Leaves a caller so much of a minute's allowance that the next call but :left waits.   Binds :kind, :key text, :now
-- timestamptz, :refill double precision (seconds), :burst, :left integer.
insert into attempt_allowance (kind, key, spent_until)
values (:kind, :key, cast(:now as timestamptz)
  + make_interval(secs => cast(:refill as double precision) * (cast(:burst as integer) - cast(:left as integer))))
on conflict (kind, key) do update set spent_until = excluded.spent_until
