-- Makes weights those of the profile fitted.   No row if somebody's own profile has its name or slug.   Binds: the weights
-- :popular_opinion, :awards, :cultural, :people, :financial (numeric).
insert into weight_profile as p (
  name, slug, description, popular_opinion, awards, cultural, people, financial, is_system)
select
  'Fitted', 'fitted', 'Weights learned from the list, each decade''s by the other decades',
  cast(:popular_opinion as numeric), cast(:awards as numeric), cast(:cultural as numeric), cast(:people as numeric),
  cast(:financial as numeric), true
where not exists (select from weight_profile o where (o.name = 'Fitted' or o.slug = 'fitted') and not o.is_system)
on conflict (slug) do update
set popular_opinion = excluded.popular_opinion, awards = excluded.awards, cultural = excluded.cultural,
  people = excluded.people, financial = excluded.financial, active = true
returning profile_id
