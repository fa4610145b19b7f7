-- Adds a ride to :park_id or changes what the file says anew; what it leaves out stays. Found by :ride_id, else by
-- :source_key in its park.   One row: outcome (inserted | updated | unchanged | taken), ride_id, rebuild (the hours of its
-- park must be derived anew: attractions tell whether a park without a schedule is open).
-- taken: the id or the key belongs to another ride, or the ride to another park.
with given as (
  select cast(:ride_id as bigint) as ride_id, cast(:park_id as bigint) as park_id, cast(:source_key as text) as source_key
),
found as (
  select r.* from ride r, given g
  where case when g.ride_id is not null then r.ride_id = g.ride_id else r.park_id = g.park_id and r.source_key = g.source_key end
),
taken as (
  select 1 as one from found f, given g where f.source_key <> g.source_key or f.park_id <> g.park_id
  union all
  select 1 from ride r, given g where r.park_id = g.park_id and r.source_key = g.source_key and r.ride_id <> g.ride_id
),
wanted as (
  select
    coalesce(g.ride_id, f.ride_id) as ride_id,
    g.park_id,
    coalesce(g.source_key, f.source_key) as source_key,
    coalesce(cast(:queue_times_id as bigint), f.queue_times_id) as queue_times_id,
    coalesce(cast(:themeparks_wiki_id as text), f.themeparks_wiki_id) as themeparks_wiki_id,
    cast(:name as text) as name,
    coalesce(cast(:category as text), f.category, cast(:usual_category as text)) as category,
    coalesce(cast(:land_area as text), f.land_area) as land_area,
    coalesce(cast(:tier as smallint), f.tier, cast(:usual_tier as smallint)) as tier,
    coalesce(cast(:is_active as boolean), f.is_active, true) as is_active
  from given g
  left join found f on true
  where not exists (select 1 from taken)
),
updated as (
  update ride r
  set source_key = w.source_key, queue_times_id = w.queue_times_id, themeparks_wiki_id = w.themeparks_wiki_id, name = w.name,
    category = w.category, land_area = w.land_area, tier = w.tier, is_active = w.is_active
  from wanted w, found f
  where r.ride_id = f.ride_id and (
    r.source_key, r.queue_times_id, r.themeparks_wiki_id, r.name, r.category, r.land_area, r.tier, r.is_active)
  is distinct from (
    w.source_key, w.queue_times_id, w.themeparks_wiki_id, w.name, w.category, w.land_area, w.tier, w.is_active)
  returning r.ride_id, r.category <> f.category or r.is_active <> f.is_active as rebuild
),
inserted as (
  insert into ride (
    ride_id, park_id, source_key, queue_times_id, themeparks_wiki_id, name, category, land_area, tier, is_active)
  select
    coalesce(w.ride_id, nextval(pg_get_serial_sequence('ride', 'ride_id'))), w.park_id, w.source_key, w.queue_times_id,
    w.themeparks_wiki_id, w.name, w.category, w.land_area, w.tier, w.is_active
  from wanted w
  where not exists (select 1 from found)
  returning ride_id
)
select 'inserted' as outcome, i.ride_id, (
    select count(*) < cast(:enough_rides_operating as integer)
    from ride r, given g where r.park_id = g.park_id and r.is_active and r.category = 'ATTRACTION'
  ) as rebuild
from inserted i
union all
select 'updated', u.ride_id, u.rebuild from updated u
union all
select case when exists (select 1 from taken) then 'taken' else 'unchanged' end, f.ride_id, false
from given g
left join found f on true
where not exists (select 1 from inserted) and not exists (select 1 from updated)
