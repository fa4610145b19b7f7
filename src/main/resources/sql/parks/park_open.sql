-- Whether a park was open: one row per park, recorded_at and cycle of observed (park_id, ride_id, recorded_at, cycle_start, is_open).
-- A schedule of type OPERATING covers recorded_at; where the operating day has no schedule but INFO: enough of
-- its active attractions operate in that cycle, by the newest snapshot of each.   Bind :day_starts_at.
select
  c.park_id, c.recorded_at, c.cycle_start,
  case
    when exists (
      select 1 from park_schedule o
      where o.park_id = c.park_id and o.type <> 'INFO'
        and o.date =
          -- include: parks/operating_day.sql
    ) then false
    else coalesce(g.operating >= greatest(1, least(cast(:enough_rides_operating as integer), a.attractions)), false)
  end
  or exists (
    select 1 from park_schedule o
    where o.park_id = c.park_id and o.type = 'OPERATING'
      and o.date between cast(c.recorded_at - interval '2 days' as date) and cast(c.recorded_at + interval '2 days' as date)
      and c.recorded_at between o.opening_time and o.closing_time
  ) as park_open
from (select distinct park_id, recorded_at, cycle_start from observed) c
join park p on p.park_id = c.park_id
left join (
  select n.park_id, n.cycle_start, count(*) filter (where n.is_open) as operating
  from (
    select distinct on (o.ride_id, o.cycle_start) o.park_id, o.ride_id, o.cycle_start, o.is_open
    from observed o
    order by o.ride_id, o.cycle_start, o.recorded_at desc
  ) n
  join ride r on r.ride_id = n.ride_id and r.is_active and r.category = 'ATTRACTION'
  group by n.park_id, n.cycle_start
) g on g.park_id = c.park_id and g.cycle_start = c.cycle_start
left join (
  select park_id, count(*) as attractions from ride where is_active and category = 'ATTRACTION' group by park_id
) a on a.park_id = c.park_id
