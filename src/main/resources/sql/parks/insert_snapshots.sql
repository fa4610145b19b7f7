-- Stores a batch of snapshots of known rides; one that is there already stays as it is, whatever the new one says.
-- park_open is judged from the batch alone: right when it holds whole cycles, else corrected by rederive_park_open.sql.
-- Returns one row per touched park and park-local hour: park_id, hour_start, inserted (count), as_of (newest recorded_at).
-- Binds (arrays, one element per snapshot): :ride_ids bigint[], :recorded_at timestamptz[], :statuses text[],
-- :stated boolean[], :open boolean[], :waits int[], :intervals int[]; :day_starts_at time, :enough_rides_operating int.
with observed as materialized (
  select
    r.park_id, s.ride_id, s.recorded_at, s.status, s.status_stated, s.is_open, s.wait_time, s.interval_minutes, s.position,
    -- include: parks/cycle_start.sql
    as cycle_start
  from unnest(
      cast(:ride_ids as bigint[]), cast(:recorded_at as timestamptz[]), cast(:statuses as text[]), cast(:stated as boolean[]),
      cast(:open as boolean[]), cast(:waits as integer[]), cast(:intervals as integer[]))
    with ordinality as s (ride_id, recorded_at, status, status_stated, is_open, wait_time, interval_minutes, position)
  join ride r on r.ride_id = s.ride_id
),
judged as materialized (
  -- include: parks/park_open.sql
),
inserted as (
  insert into ride_status_snapshots
    (ride_id, recorded_at, wait_time, interval_minutes, status, status_stated, is_open, park_open)
  select o.ride_id, o.recorded_at, o.wait_time, o.interval_minutes, o.status, o.status_stated, o.is_open, j.park_open
  from observed o
  join judged j on j.park_id = o.park_id and j.recorded_at = o.recorded_at and j.cycle_start = o.cycle_start
  order by o.ride_id, o.recorded_at, o.position
  on conflict do nothing
  returning ride_id, recorded_at, interval_minutes
)
select
  p.park_id,
  date_trunc('hour', s.cycle_start, p.timezone) as hour_start,
  sum(s.inserted) as inserted,
  max(s.as_of) as as_of
from (
  select r.park_id, s.cycle_start, count(*) as inserted, max(s.recorded_at) as as_of
  from (
    select s.ride_id, s.recorded_at,
      -- include: parks/cycle_start.sql
      as cycle_start
    from inserted s
  ) s
  join ride r on r.ride_id = s.ride_id
  group by r.park_id, s.cycle_start
) s
join park p on p.park_id = s.park_id
group by p.park_id, date_trunc('hour', s.cycle_start, p.timezone)
