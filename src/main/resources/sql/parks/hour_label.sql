-- The park-local hour of h.hour_start in the zone h.timezone, "00" … "23".
to_char(h.hour_start at time zone h.timezone, 'HH24')
