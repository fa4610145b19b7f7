-- Adds a profile.   No row if its name or slug is taken.   Binds :name, :slug, :description (text), :active boolean, and the
-- weights :popular_opinion, :awards, :cultural, :people, :financial (numeric).
insert into weight_profile (name, slug, description, popular_opinion, awards, cultural, people, financial, active)
values (
  :name, :slug, :description, cast(:popular_opinion as numeric), cast(:awards as numeric), cast(:cultural as numeric),
  cast(:people as numeric), cast(:financial as numeric), :active)
on conflict do nothing
returning profile_id
