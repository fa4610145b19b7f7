-- Moves last_operated_at on to the newest operating snapshot of the touched hours.   Binds: those of touched.sql.
with touched as (
  -- include: parks/touched.sql
),
operated as (
  select r.ride_id, max(s.recorded_at) as at
  from touched t
  join ride r on r.park_id = t.park_id
  cross join lateral (
    select s.recorded_at from ride_status_snapshots s
    where s.ride_id = r.ride_id and s.recorded_at >= t.from_at and s.recorded_at < t.to_at + interval '1 hour' and s.is_open
    order by s.recorded_at desc limit 1
  ) s
  group by r.ride_id
)
update ride r
set last_operated_at = o.at
from operated o
where r.ride_id = o.ride_id and (r.last_operated_at is null or r.last_operated_at < o.at)
