-- What each period is where the parks are: its days and the instants they begin and end at, per time zone.
-- One row, column document (text, a JSON object): windows, empty_reason.   Order of periods as documented, then timezone.
-- Binds :now timestamptz, :filter text, :day_starts_at time.
with days as (
  select asked.period, asked.position, t.park_id, t.timezone,
    -- include: parks/days_of_period.sql
  from (
    -- include: parks/today.sql
  ) t
  cross join unnest(array['today', 'yesterday', '7days', '30days', 'last_week', 'last_month']) with ordinality asked (period, position)
),
zones as (
  select d.period, d.position, d.timezone, d.from_day, d.to_day, d.previous_from_day, count(d.park_id) as parks
  from days d
  group by d.period, d.position, d.timezone, d.from_day, d.to_day, d.previous_from_day
),
bounds as (
  select w.period, w.timezone, w.bound,
    -- include: parks/day_start.sql
    as at
  from (
    select z.period, z.timezone, 'start' as bound, z.from_day as day from zones z
    union all
    select z.period, z.timezone, 'end' as bound, z.to_day + 1 as day from zones z
  ) w
),
windows as (
  select z.period, z.position, json_agg(json_build_object(
      'timezone', z.timezone, 'parks', z.parks, 'from', z.from_day, 'to', z.to_day,
      'starts_at', utc_text(s.at), 'ends_at', utc_text(e.at),
      'previous', json_build_object('from', z.previous_from_day, 'to', z.from_day - 1)) order by z.timezone) as zones
  from zones z
  join bounds s on s.period = z.period and s.timezone = z.timezone and s.bound = 'start'
  join bounds e on e.period = z.period and e.timezone = z.timezone and e.bound = 'end'
  group by z.period, z.position
)
select
  cast(case
    when count(*) = 0 then json_build_object('windows', cast('[]' as json), 'empty_reason', 'no park is known')
    else json_build_object('windows', json_agg(json_build_object('period', w.period, 'zones', w.zones) order by w.position))
  end as text) as document
from windows w
