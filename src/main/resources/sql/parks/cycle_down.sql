-- Whether cycle c, of a c.class, was an outage of a ride that operated from c.day_first to c.day_last that day
-- (cycle starts; the current day has no last).
c.class = 'down' or c.class = 'candidate' and c.cycle_start > c.day_first and c.cycle_start < c.day_last
