-- What is stored of one ride, oldest first.
select status, status_stated, is_open, wait_time, interval_minutes from ride_status_snapshots where ride_id = :ride_id order by recorded_at
