-- Forgets the hours and days of parks whose hours must be derived anew, and returns from_at, to_at per park: the
-- park-local hours its snapshots lie in; no row for a park without any.   Binds :park_ids bigint[].
with hours as (
  delete from ride_hour h using ride r where r.ride_id = h.ride_id and r.park_id = any (cast(:park_ids as bigint[]))
),
days as (
  delete from ride_day d where d.park_id = any (cast(:park_ids as bigint[]))
)
select
  p.park_id,
  date_trunc('hour', min(s.first_at) - interval '1 hour', p.timezone) as from_at,
  date_trunc('hour', max(s.last_at), p.timezone) + interval '1 hour' as to_at
from park p
join ride r on r.park_id = p.park_id
cross join lateral (
  select min(recorded_at) as first_at, max(recorded_at) as last_at from ride_status_snapshots s where s.ride_id = r.ride_id
) s
where p.park_id = any (cast(:park_ids as bigint[])) and s.first_at is not null
group by p.park_id
