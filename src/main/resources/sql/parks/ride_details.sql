-- One ride in one period.   One row, column document (text, a JSON object): ride, current_status, summary, timeseries (hours of
-- a day, or days), hourly_breakdown (by hour of the day, over all days), downtime_events (real outages), attribution,
-- empty_reason; null for an unknown ride.   Order of hours and events by time.
-- Binds :id bigint (the ride) and those of facts_of_parks.sql, :queue_times_url text.
with comparator as (select false as wanted),
parks as materialized (
  select w.* from (
    -- include: parks/window.sql
  ) w
  where w.park_id = (select r.park_id from ride r where r.ride_id = cast(:id as bigint))
),
-- include: parks/facts_of_parks.sql
,
hours as materialized (
  -- include: parks/ride_hours.sql
),
outages as (
  -- include: parks/ride_outages.sql
),
facts as (
  select * from ride_facts f where f.ride_id = cast(:id as bigint) and f.eligible
),
summary as (
  select json_build_object(
    'total_downtime_hours', round(coalesce(sum(f.down_minutes), 0) / 60.0, 2),
    'uptime_percentage', round(
      -- include: parks/uptime.sql
    , 1),
    'avg_wait_time', round(
      -- include: parks/wait.sql
    , 1),
    'peak_wait_time', max(f.wait_max),
    'total_operating_hours', round(coalesce(sum(f.operating_minutes), 0) / 60.0, 2),
    'total_open_hours', round(coalesce(sum(f.open_minutes), 0) / 60.0, 2),
    'downtime_events', (select count(*) from outages)) as summary
  from facts f
),
steps as (
  select
    case when cast(:period as text) in ('today', 'yesterday') then f.hour_start end as hour_start,
    f.operating_day,
    -- include: parks/hours_sum.sql
  from hours f
  group by 1, 2
),
labelled as (
  select
    f.hour,
    min(f.since_midnight) as since_midnight,
    -- include: parks/hours_sum.sql
  from (
    select h.*, h.hour_start - h.operating_day at time zone h.timezone as since_midnight,
      -- include: parks/hour_label.sql
      as hour
    from hours h
  ) f
  group by f.hour
)
select
  cast(json_build_object(
    'ride', json_build_object(
      'ride_id', r.ride_id,
      'ride_name', r.name,
      'park_id', p.park_id,
      'park_name', p.name,
      'timezone', p.timezone,
      'category', r.category,
      'land_area', r.land_area,
      'tier', r.tier,
      'weight',
        -- include: parks/tier_weight.sql
      ,
      'last_operated_at', utc_text(r.last_operated_at),
      'queue_times_url',
        -- include: parks/ride_link.sql
    ),
    'window', json_build_object('from', w.from_day, 'to', w.to_day),
    'granularity',
      -- include: parks/granularity.sql
    ,
    'current_status', (
      select json_build_object(
        'current_status', c.current_status, 'current_is_open', c.current_is_open, 'park_is_open', c.park_is_open,
        'current_wait_time', case when c.current_is_open then c.wait_time end, 'last_updated', utc_text(c.recorded_at))
      from ride_now c where c.ride_id = r.ride_id),
    'summary', (select s.summary from summary s),
    'timeseries', coalesce((
      select json_agg(json_build_object(
        'date', h.operating_day,
        'hour_start', utc_text(h.hour_start),
        'avg_wait_time', round(h.wait, 1),
        'peak_wait_time', h.wait_max,
        'uptime_percentage', round(h.uptime, 1),
        'downtime_hours', round(h.down_minutes / 60.0, 2),
        'status',
          -- include: parks/hour_status.sql
        ,
        'samples', h.samples) order by h.operating_day, h.hour_start)
      from steps h), cast('[]' as json)),
    'hourly_breakdown', coalesce((
      select json_agg(json_build_object(
        'hour', h.hour,
        'avg_wait_time', round(h.wait, 1),
        'peak_wait_time', h.wait_max,
        'uptime_percentage', round(h.uptime, 1),
        'downtime_hours', round(h.down_minutes / 60.0, 2),
        'status',
          -- include: parks/hour_status.sql
        ,
        'samples', h.samples) order by h.since_midnight)
      from labelled h), cast('[]' as json)),
    'downtime_events', coalesce((
      select json_agg(json_build_object(
        'start_time', utc_text(o.start_time), 'end_time', utc_text(o.end_time), 'duration_hours', round(o.minutes / 60.0, 2), 'is_ongoing', o.is_ongoing)
        order by o.start_time)
      from outages o), cast('[]' as json)),
    'empty_reason', case when not exists (select from facts) then 'the ride was not operating in this period' end,
    'attribution', case when p.queue_times_id is not null then 'Powered by Queue-Times.com' end) as text) as document
from ride r
join park p on p.park_id = r.park_id
join parks w on w.park_id = p.park_id
where r.ride_id = cast(:id as bigint)
