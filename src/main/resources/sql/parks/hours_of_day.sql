-- The hours of ride r in the operating day d.operating_day of the zone d.timezone, with it; read by key.   Bind :day_starts_at.
select h.*, d.timezone from ride_hour h
where h.ride_id = r.ride_id and h.operating_day = d.operating_day
  -- With slack around the day: the key is by hour, and a day may have 25.
  and h.hour_start >= (d.operating_day + cast(cast(:day_starts_at as time) as interval) - interval '2 hours') at time zone d.timezone
  and h.hour_start < (d.operating_day + cast(cast(:day_starts_at as time) as interval) + interval '26 hours') at time zone d.timezone
offset 0
