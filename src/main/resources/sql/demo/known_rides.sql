-- The rides of the demo parks and how far their history goes: one row per ride: park_key, ride_key, ride_id,
-- newest (recorded_at of its newest snapshot, null without any).   Binds :park_keys text[].
select p.source_key as park_key, r.source_key as ride_key, r.ride_id, s.newest
from park p
join ride r on r.park_id = p.park_id
cross join lateral (
  select max(s.recorded_at) as newest from ride_status_snapshots s where s.ride_id = r.ride_id
) s
where p.source_key = any (cast(:park_keys as text[])) and r.source_key is not null
