-- The start of the cycle snapshot s stands for: recorded_at floored to its interval, UTC.
date_bin(make_interval(mins => s.interval_minutes), s.recorded_at, timestamptz '2000-01-01 00:00:00+00')
