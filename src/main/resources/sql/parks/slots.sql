-- What the charted rides did in the window, per point of time: of one day by park-local hour, of several by day.
-- An hour that the clocks repeat has one label, so both add up.
-- Needs grain, parks, ride_days, charted.   Binds :period text, :day_starts_at time.
select
  d.entity_id, d.weight, d.label,
  -- include: parks/hour_open.sql
  as open_minutes,
  -- include: parks/effective_down.sql
  as down_minutes,
  d.wait_sum, d.wait_samples
from (
  select
    r.entity_id, r.weight, r.park_id,
    -- include: parks/hour_label.sql
    as label,
    h.*
  from charted r
  join ride_days d on d.ride_id = r.ride_id and d.is_current
  cross join lateral (
    -- include: parks/hours_of_day.sql
  ) h
  where (select granularity from grain) = 'hourly'
) d
join parks w on w.park_id = d.park_id
union all
select
  r.entity_id, r.weight, to_char(d.operating_day, 'YYYY-MM-DD'), d.open_minutes, d.down_minutes, d.wait_sum, d.wait_samples
from charted r
join ride_days d on d.ride_id = r.ride_id and d.is_current
where (select granularity from grain) = 'daily'
