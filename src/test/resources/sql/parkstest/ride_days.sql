-- The days of one ride, oldest first.
select operating_day, samples, open_minutes, operating_minutes, down_minutes, trailing_minutes, wait_sum, wait_samples, wait_max
from ride_day where ride_id = :ride_id order by operating_day
