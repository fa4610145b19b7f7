-- Judges park_open again for every snapshot of the touched hours; writes only those whose answer changed.
-- Binds: those of touched.sql, :day_starts_at time, :enough_rides_operating int.
with touched as (
  -- include: parks/touched.sql
),
stored as materialized (
  -- include: parks/stored.sql
),
observed as (select * from stored),
judged as materialized (
  -- include: parks/park_open.sql
),
-- On its own, so that the table is looked up for the wrong ones alone.
wrong as materialized (
  select o.ride_id, o.recorded_at, j.park_open
  from stored o
  join judged j on j.park_id = o.park_id and j.recorded_at = o.recorded_at and j.cycle_start = o.cycle_start
  where o.park_open <> j.park_open
)
update ride_status_snapshots s
set park_open = w.park_open
from wrong w
where s.ride_id = w.ride_id and s.recorded_at = w.recorded_at
