-- Copies the rollups of the last 30 days to the 270 before them, and their snapshots to the 60 before them.
\set ON_ERROR_STOP on
select min(operating_day) as first_day from ride_day \gset
select ensure_snapshot_month(cast(m as date))
from generate_series(date_trunc('month', date :'first_day' - 61), date :'first_day', interval '1 month') m;
insert into ride_day (
  ride_id, operating_day, park_id, first_operating_at, last_operating_at, samples, open_minutes, operating_minutes,
  down_minutes, trailing_minutes, wait_sum, wait_samples, wait_max)
select
  ride_id, operating_day - 30 * n, park_id, first_operating_at - interval '30 days' * n, last_operating_at - interval '30 days' * n, samples,
  open_minutes, operating_minutes, down_minutes, trailing_minutes, wait_sum, wait_samples, wait_max
from ride_day cross join generate_series(1, 9) n
on conflict do nothing;
insert into ride_hour (
  ride_id, hour_start, operating_day, first_operating_at, last_operating_at, samples, operating_minutes, stated_down_minutes,
  refurbishment_minutes, closed_minutes, closed_before_minutes, closed_between_minutes, closed_after_minutes,
  wait_sum, wait_samples, wait_max, down_minutes, trailing_minutes)
select
  ride_id, hour_start - interval '30 days' * n, operating_day - 30 * n, first_operating_at - interval '30 days' * n,
  last_operating_at - interval '30 days' * n, samples, operating_minutes, stated_down_minutes,
  refurbishment_minutes, closed_minutes, closed_before_minutes, closed_between_minutes, closed_after_minutes,
  wait_sum, wait_samples, wait_max, down_minutes, trailing_minutes
from ride_hour cross join generate_series(1, 9) n
on conflict do nothing;
insert into ride_status_snapshots (ride_id, recorded_at, wait_time, interval_minutes, status, status_stated, is_open, park_open)
select ride_id, recorded_at - interval '30 days' * n, wait_time, interval_minutes, status, status_stated, is_open, park_open
from ride_status_snapshots cross join generate_series(1, 2) n
on conflict do nothing;
vacuum analyze ride_day;
vacuum analyze ride_hour;
vacuum analyze ride_status_snapshots;
