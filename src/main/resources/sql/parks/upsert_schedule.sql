-- Adds or changes the hours of a park, operating day and type.   One row: outcome (inserted | updated | unchanged), and
-- from_at, to_at: the park-local hours in which it may open or close the park, before or after.
-- Binds :park_id bigint, :date date, :type text, :opening_time, :closing_time timestamptz, :day_starts_at time.
with given as (
  select cast(:park_id as bigint) as park_id, cast(:date as date) as day, cast(:type as text) as type,
    cast(:opening_time as timestamptz) as opening_time, cast(:closing_time as timestamptz) as closing_time
),
before as (
  select s.* from park_schedule s, given g where s.park_id = g.park_id and s.date = g.day and s.type = g.type
),
written as (
  insert into park_schedule as s (park_id, date, type, opening_time, closing_time)
  select g.park_id, g.day, g.type, g.opening_time, g.closing_time from given g
  on conflict (park_id, date, type) do update
  set opening_time = excluded.opening_time, closing_time = excluded.closing_time
  where (s.opening_time, s.closing_time) is distinct from (excluded.opening_time, excluded.closing_time)
  returning 1 as one
)
select
  case when not exists (select 1 from written) then 'unchanged' when b.park_id is null then 'inserted' else 'updated' end as outcome,
  date_trunc('hour', least(d.starts_at, g.opening_time, b.opening_time), p.timezone) as from_at,
  date_trunc('hour', greatest(d.ends_at, g.closing_time, b.closing_time), p.timezone) + interval '1 hour' as to_at
from given g
join park p on p.park_id = g.park_id
left join before b on true
cross join lateral (
  select
    (g.day + cast(cast(:day_starts_at as time) as interval)) at time zone p.timezone as starts_at,
    (g.day + 1 + cast(cast(:day_starts_at as time) as interval)) at time zone p.timezone as ends_at
) d
