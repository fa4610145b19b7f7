-- The active parks by name, with whether they are open now.   One row, column document (text, a JSON object): data,
-- attribution, empty_reason.   Order name, park_id.
-- Binds :now timestamptz, :period, :filter text, :day_starts_at time, :live_window text (ISO-8601), :queue_times_url text.
with parks as materialized (
  -- include: parks/window.sql
),
newest as materialized (
  -- include: parks/newest.sql
),
park_now as materialized (
  -- include: parks/park_now.sql
),
ranked as (
  select
    row_number() over (order by p.name, p.park_id) as rank,
    p.park_id,
    p.queue_times_id,
    p.name as park_name,
    -- include: parks/location.sql
    as location,
    p.country,
    p.latitude,
    p.longitude,
    p.timezone,
    p.operator,
    p.is_disney,
    p.is_universal,
    coalesce(o.park_is_open, false) as park_is_open,
    (select count(*) from ride r where r.park_id = p.park_id and r.is_active and r.category = 'ATTRACTION') as total_rides,
    -- include: parks/park_link.sql
    as queue_times_url
  from parks w
  join park p on p.park_id = w.park_id
  left join park_now o on o.park_id = w.park_id
)
select
  cast(case
    when count(*) = 0 then json_build_object('data', cast('[]' as json), 'empty_reason', 'no park is known')
    when bool_or(r.queue_times_id is not null) then json_build_object(
      'data', json_agg(row_to_json(r) order by r.rank), 'attribution', 'Powered by Queue-Times.com')
    else json_build_object('data', json_agg(row_to_json(r) order by r.rank))
  end as text) as document
from ranked r
