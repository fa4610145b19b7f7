-- Rebuilds the status changes of the touched ranges and of each ride's first snapshot after one.
-- Binds: those of touched.sql.
with touched as (
  -- include: parks/touched.sql
),
rides as (
  -- Up to an hour after a range: what is recorded there may stand for a cycle inside it.
  select r.ride_id, t.from_at, t.to_at + interval '1 hour' as to_at
  from touched t
  join ride r on r.park_id = t.park_id
),
near as (
  select s.ride_id, r.from_at, s.recorded_at, s.status, s.is_open, s.wait_time
  from rides r
  cross join lateral (
    select * from ride_status_snapshots s
    where s.ride_id = r.ride_id and s.recorded_at >= r.from_at and s.recorded_at < r.to_at
    offset 0) s
  union all
  select r.ride_id, r.from_at, s.recorded_at, s.status, s.is_open, s.wait_time
  from rides r
  cross join lateral (
    select s.recorded_at, s.status, s.is_open, s.wait_time from ride_status_snapshots s
    where s.ride_id = r.ride_id and s.recorded_at < r.from_at order by s.recorded_at desc limit 1) s
  union all
  select r.ride_id, r.from_at, s.recorded_at, s.status, s.is_open, s.wait_time
  from rides r
  cross join lateral (
    select s.recorded_at, s.status, s.is_open, s.wait_time from ride_status_snapshots s
    where s.ride_id = r.ride_id and s.recorded_at >= r.to_at order by s.recorded_at limit 1) s
),
followed as (
  select
    n.ride_id, n.from_at, n.recorded_at, n.wait_time, n.status,
    lag(n.status) over (partition by n.ride_id, n.from_at order by n.recorded_at) as previous_status
  from (
    select c.ride_id, c.from_at, c.recorded_at, c.wait_time,
      -- include: parks/shown_status.sql
      as status
    from near c
  ) n
),
changed as (
  select distinct f.ride_id, f.recorded_at, f.previous_status, f.status, f.wait_time
  from followed f
  where f.previous_status <> f.status and f.recorded_at >= f.from_at
),
gone as (
  delete from ride_status_change g
  using followed f
  where g.ride_id = f.ride_id and g.changed_at = f.recorded_at and f.recorded_at >= f.from_at
    and f.previous_status is not distinct from f.status
)
insert into ride_status_change as h (ride_id, changed_at, previous_status, new_status, wait_time)
select c.ride_id, c.recorded_at, c.previous_status, c.status, c.wait_time from changed c
on conflict (ride_id, changed_at) do update
set previous_status = excluded.previous_status
where h.previous_status <> excluded.previous_status
