-- Adds a park or changes what the file says anew; what it leaves out stays. Found by :park_id, else by :source_key.
-- One row: outcome (inserted | updated | unchanged | taken), park_id, rebuild (its hours must be derived anew).
-- taken: the id or the key belongs to another park.
with given as (
  select cast(:park_id as bigint) as park_id, cast(:source_key as text) as source_key
),
found as (
  select p.* from park p, given g
  where case when g.park_id is not null then p.park_id = g.park_id else p.source_key = g.source_key end
),
taken as (
  select 1 as one from found f, given g where f.source_key <> g.source_key
  union all
  select 1 from park p, given g where p.source_key = g.source_key and p.park_id <> g.park_id
),
wanted as (
  select
    coalesce(g.park_id, f.park_id) as park_id,
    coalesce(g.source_key, f.source_key) as source_key,
    coalesce(cast(:queue_times_id as bigint), f.queue_times_id) as queue_times_id,
    coalesce(cast(:themeparks_wiki_id as text), f.themeparks_wiki_id) as themeparks_wiki_id,
    cast(:name as text) as name,
    coalesce(cast(:city as text), f.city) as city,
    coalesce(cast(:state_province as text), f.state_province) as state_province,
    coalesce(cast(:country as text), f.country) as country,
    coalesce(cast(:latitude as double precision), f.latitude) as latitude,
    coalesce(cast(:longitude as double precision), f.longitude) as longitude,
    cast(:timezone as text) as timezone,
    coalesce(cast(:operator as text), f.operator) as operator,
    coalesce(cast(:is_disney as boolean), f.is_disney, cast(:usual_disney as boolean)) as is_disney,
    coalesce(cast(:is_universal as boolean), f.is_universal, cast(:usual_universal as boolean)) as is_universal,
    coalesce(cast(:is_active as boolean), f.is_active, true) as is_active,
    coalesce(cast(:down_rule as text), f.down_rule, cast(:usual_down_rule as text)) as down_rule
  from given g
  left join found f on true
  where not exists (select 1 from taken)
),
updated as (
  update park p
  set source_key = w.source_key, queue_times_id = w.queue_times_id, themeparks_wiki_id = w.themeparks_wiki_id, name = w.name,
    city = w.city, state_province = w.state_province, country = w.country, latitude = w.latitude, longitude = w.longitude,
    timezone = w.timezone, operator = w.operator, is_disney = w.is_disney, is_universal = w.is_universal,
    is_active = w.is_active, down_rule = w.down_rule
  from wanted w, found f
  where p.park_id = f.park_id and (
    p.source_key, p.queue_times_id, p.themeparks_wiki_id, p.name, p.city, p.state_province, p.country, p.latitude, p.longitude,
    p.timezone, p.operator, p.is_disney, p.is_universal, p.is_active, p.down_rule)
  is distinct from (
    w.source_key, w.queue_times_id, w.themeparks_wiki_id, w.name, w.city, w.state_province, w.country, w.latitude, w.longitude,
    w.timezone, w.operator, w.is_disney, w.is_universal, w.is_active, w.down_rule)
  returning p.park_id, p.timezone <> f.timezone or p.down_rule <> f.down_rule as rebuild
),
inserted as (
  insert into park (
    park_id, source_key, queue_times_id, themeparks_wiki_id, name, city, state_province, country, latitude, longitude,
    timezone, operator, is_disney, is_universal, is_active, down_rule)
  select
    coalesce(w.park_id, nextval(pg_get_serial_sequence('park', 'park_id'))), w.source_key, w.queue_times_id, w.themeparks_wiki_id,
    w.name, w.city, w.state_province, w.country, w.latitude, w.longitude,
    w.timezone, w.operator, w.is_disney, w.is_universal, w.is_active, w.down_rule
  from wanted w
  where not exists (select 1 from found)
  returning park_id
)
select 'inserted' as outcome, i.park_id, false as rebuild from inserted i
union all
select 'updated', u.park_id, u.rebuild from updated u
union all
select case when exists (select 1 from taken) then 'taken' else 'unchanged' end, f.park_id, false
from given g
left join found f on true
where not exists (select 1 from inserted) and not exists (select 1 from updated)
