-- The operating day of c.cycle_start in the zone p.timezone: from :day_starts_at to the next.
cast((c.cycle_start at time zone p.timezone) - cast(cast(:day_starts_at as time) as interval) as date)
