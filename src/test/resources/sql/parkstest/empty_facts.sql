-- Forgets every fact.
truncate ride_status_snapshots, ride_hour, ride_day, ride_status_change, park_schedule, ride, park
