-- Judges park_open again for every snapshot of the touched hours; writes only those whose answer changed.
-- Binds: those of touched.sql, :day_starts_at time, :enough_rides_operating int.
with touched as (
  -- include: parks/touched.sql
),
stored as materialized (
  -- include: parks/stored.sql
),
observed as (select * from stored),
judged as (
  -- include: parks/park_open.sql
)
update ride_status_snapshots s
set park_open = j.park_open
from stored o
join judged j on j.park_id = o.park_id and j.recorded_at = o.recorded_at and j.cycle_start = o.cycle_start
where o.park_open <> j.park_open and s.ride_id = o.ride_id and s.recorded_at = o.recorded_at
