-- The status changes of one ride, oldest first.
select changed_at, previous_status, new_status, wait_time from ride_status_change where ride_id = :ride_id order by changed_at
