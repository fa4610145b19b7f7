-- The hours of one ride, oldest first.
select hour_start, operating_day, samples, operating_minutes, down_minutes, trailing_minutes,
  operating_minutes + stated_down_minutes + refurbishment_minutes + closed_minutes
    + closed_before_minutes + closed_between_minutes + closed_after_minutes as open_minutes
from ride_hour where ride_id = :ride_id order by hour_start
