-- When operating day w.day of the zone w.timezone begins.   Bind :day_starts_at.
(w.day + cast(cast(:day_starts_at as time) as interval)) at time zone w.timezone
