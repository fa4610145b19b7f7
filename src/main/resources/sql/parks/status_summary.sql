-- How many attractions are in which state now, in all and per park.   One row, column document (text, a JSON object):
-- status_summary (the five states and their total), parks (one row per active park, with is_disney and is_universal for
-- the filter to be cut by), attribution.   Order park_id.
-- Binds :now timestamptz, :period, :filter (all-parks) text, :day_starts_at time, :live_window text (ISO-8601).
with parks as materialized (
  -- include: parks/window.sql
),
newest as materialized (
  -- include: parks/newest.sql
),
park_now as materialized (
  -- include: parks/park_now.sql
),
ride_now as materialized (
  -- include: parks/ride_now.sql
),
counts as (
  select
    p.park_id, p.name as park_name, p.is_disney, p.is_universal,
    count(*) filter (where c.current_status = 'OPERATING') as "OPERATING",
    count(*) filter (where c.current_status = 'DOWN') as "DOWN",
    count(*) filter (where c.current_status = 'CLOSED') as "CLOSED",
    count(*) filter (where c.current_status = 'REFURBISHMENT') as "REFURBISHMENT",
    count(*) filter (where c.current_status = 'PARK_CLOSED') as "PARK_CLOSED",
    count(c.ride_id) as total
  from parks w
  join park p on p.park_id = w.park_id
  left join ride_now c on c.park_id = w.park_id
  group by p.park_id
),
totals as (
  select json_build_object(
    'OPERATING', coalesce(sum(c."OPERATING"), 0),
    'DOWN', coalesce(sum(c."DOWN"), 0),
    'CLOSED', coalesce(sum(c."CLOSED"), 0),
    'REFURBISHMENT', coalesce(sum(c."REFURBISHMENT"), 0),
    'PARK_CLOSED', coalesce(sum(c."PARK_CLOSED"), 0),
    'total', coalesce(sum(c.total), 0)) as status_summary
  from counts c
)
select
  cast(case
    when bool_or(p.queue_times_id is not null and c.total > 0) then json_build_object(
      'status_summary', (select status_summary from totals),
      'parks', json_agg(row_to_json(c) order by c.park_id),
      'attribution', 'Powered by Queue-Times.com')
    else json_build_object(
      'status_summary', (select status_summary from totals),
      'parks', coalesce(json_agg(row_to_json(c) order by c.park_id), cast('[]' as json)))
  end as text) as document
from counts c
join park p on p.park_id = c.park_id
