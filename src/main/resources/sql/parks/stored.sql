-- Every snapshot whose cycle starts in a touched range: one row per ride and recorded_at.
-- Needs touched.
select * from (
  select
    r.park_id, s.ride_id, s.recorded_at, s.status, s.status_stated, s.is_open, s.wait_time, s.interval_minutes, s.park_open,
    t.from_at, t.to_at,
    -- include: parks/cycle_start.sql
    as cycle_start
  from touched t
  join ride r on r.park_id = t.park_id
  -- A cycle starts less than an hour before its snapshots. "offset 0" keeps this one index range per ride: the planner
  -- cannot know how short the ranges are, and would read the whole month.
  cross join lateral (
    select * from ride_status_snapshots s
    where s.ride_id = r.ride_id and s.recorded_at >= t.from_at and s.recorded_at < t.to_at + interval '1 hour'
    offset 0
  ) s
) c
where c.cycle_start >= c.from_at and c.cycle_start < c.to_at
