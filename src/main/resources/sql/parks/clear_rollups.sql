-- Forgets the hours and days of parks whose hours must be derived anew, and returns from_at, to_at per park: the
-- park-local hours its snapshots lie in; no row for a park without any. What was derived from a closed month stays: there
-- is nothing to derive it from.   Binds :park_ids bigint[].
with hours as (
  delete from ride_hour h using ride r where r.ride_id = h.ride_id and r.park_id = any (cast(:park_ids as bigint[]))
    and not exists (
      select from closed_month c
      where h.hour_start + interval '1 hour' > cast(c.month as timestamp) at time zone 'UTC'
        and h.hour_start < (cast(c.month as timestamp) + interval '1 month') at time zone 'UTC')
),
days as (
  delete from ride_day d where d.park_id = any (cast(:park_ids as bigint[]))
    and not exists (
      select from closed_month c
      where d.operating_day >= c.month - 1 and d.operating_day <= c.month + interval '1 month')
)
select
  p.park_id,
  date_trunc('hour', min(s.first_at) - interval '1 hour', p.timezone) as from_at,
  date_trunc('hour', max(s.last_at), p.timezone) + interval '1 hour' as to_at
from park p
join ride r on r.park_id = p.park_id
cross join lateral (
  select min(recorded_at) as first_at, max(recorded_at) as last_at from ride_status_snapshots s where s.ride_id = r.ride_id
) s
where p.park_id = any (cast(:park_ids as bigint[])) and s.first_at is not null
group by p.park_id
