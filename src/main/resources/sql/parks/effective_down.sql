-- Minutes down of d, a ride_day or ride_hour row of a park whose operating day is w.today: a closure that has not
-- reopened is an outage while the day lasts, and was closing time once it is over.
d.down_minutes + case when d.operating_day = w.today then d.trailing_minutes else 0 end
