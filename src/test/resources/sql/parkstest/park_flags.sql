-- Whether the park was open at each of its snapshots, oldest first.
select s.park_open from ride_status_snapshots s join ride r using (ride_id) where r.park_id = :park_id order by s.recorded_at
