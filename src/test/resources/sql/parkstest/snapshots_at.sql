-- How many snapshots a ride has of an instant.   Binds :ride_id bigint, :at timestamptz.
select count(*) as count from ride_status_snapshots where ride_id = :ride_id and recorded_at = :at
