-- Park-open minutes of d, a ride_hour row: operating, down, refurbishment, closed.
d.operating_minutes + d.stated_down_minutes + d.refurbishment_minutes + d.closed_minutes
  + d.closed_before_minutes + d.closed_between_minutes + d.closed_after_minutes
