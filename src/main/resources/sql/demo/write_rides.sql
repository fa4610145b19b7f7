-- Writes the rides of the demo parks, known by their source_key within their park; an unchanged one is left alone.
-- Binds (arrays, one element per ride): :park_keys, :keys, :names, :categories, :lands text[], :tiers int[].
insert into ride as r (park_id, source_key, name, category, land_area, tier)
select p.park_id, d.source_key, d.name, d.category, d.land, d.tier
from unnest(
    cast(:park_keys as text[]), cast(:keys as text[]), cast(:names as text[]), cast(:categories as text[]),
    cast(:lands as text[]), cast(:tiers as integer[]))
  with ordinality as d (park_key, source_key, name, category, land, tier, position)
join park p on p.source_key = d.park_key
order by d.position
on conflict (park_id, source_key) do update set name = excluded.name, land_area = excluded.land_area
where (r.name, r.land_area) is distinct from (excluded.name, excluded.land_area)
