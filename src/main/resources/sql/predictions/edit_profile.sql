-- Gives the profile of this slug another name, description and weights.   No row if there is none, or if the name is another
-- profile's.   Binds as add_profile.sql.
update weight_profile as p
set name = :name, description = :description, popular_opinion = cast(:popular_opinion as numeric),
  awards = cast(:awards as numeric), cultural = cast(:cultural as numeric), people = cast(:people as numeric),
  financial = cast(:financial as numeric), active = :active
where p.slug = :slug and not exists (select from weight_profile o where o.name = :name and o.slug <> p.slug)
returning profile_id
