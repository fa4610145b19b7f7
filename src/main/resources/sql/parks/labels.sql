-- The points of time, in order: park-local hours from :day_starts_at on, or every day that is in some shown park's window.
-- Needs grain, parks, charted.   Bind :day_starts_at time.
select n as position, to_char(cast(:day_starts_at as time) + make_interval(hours => n), 'HH24') as label
from generate_series(0, 23) as n
where (select granularity from grain) = 'hourly'
union all
select n, to_char(b.first_day + n, 'YYYY-MM-DD')
from (
  select min(w.from_day) as first_day, max(w.to_day) as last_day
  from parks w
  where w.park_id in (select park_id from charted)
) b
cross join lateral generate_series(0, b.last_day - b.first_day) as n
where (select granularity from grain) = 'daily'
