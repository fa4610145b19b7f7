-- Whether a ride's snapshots say that the park was open, oldest first.
select recorded_at, park_open from ride_status_snapshots where ride_id = :ride_id order by recorded_at
