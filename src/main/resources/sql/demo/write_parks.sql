-- Writes the demo parks, known by their source_key; an unchanged one is left alone.
-- Binds (arrays, one element per park): :keys, :names, :cities, :states, :countries, :timezones, :operators text[],
-- :latitudes, :longitudes double precision[], :disney, :universal boolean[].
insert into park as p (source_key, name, city, state_province, country, timezone, operator, latitude, longitude, is_disney, is_universal, down_rule)
select
  d.source_key, d.name, d.city, nullif(d.state, ''), d.country, d.timezone, d.operator, d.latitude, d.longitude, d.disney, d.universal,
  case when d.disney or d.universal then 'DOWN_ONLY' else 'DOWN_AND_CLOSED' end
from unnest(
    cast(:keys as text[]), cast(:names as text[]), cast(:cities as text[]), cast(:states as text[]), cast(:countries as text[]),
    cast(:timezones as text[]), cast(:operators as text[]), cast(:latitudes as double precision[]),
    cast(:longitudes as double precision[]), cast(:disney as boolean[]), cast(:universal as boolean[]))
  as d (source_key, name, city, state, country, timezone, operator, latitude, longitude, disney, universal)
on conflict (source_key) do update set name = excluded.name, operator = excluded.operator
where (p.name, p.operator) is distinct from (excluded.name, excluded.operator)
