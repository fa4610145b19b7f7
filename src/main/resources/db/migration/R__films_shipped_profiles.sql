-- The profiles that come with the service: found by name, so their ids stay whatever happens to them here.
insert into weight_profile as p (
  name, slug, description, popular_opinion, awards, cultural, people, financial, is_default, is_system)
values
  ('Balanced', 'balanced', 'Ratings first; awards, culture and people alike', 0.40, 0.20, 0.20, 0.20, 0, true, true),
  ('Award Winner', 'award-winner', 'Festivals and the industry''s own prizes', 0.25, 0.45, 0.20, 0.10, 0, false, true),
  ('Critics Choice', 'critics-choice', 'Rating platforms and the lists of critics', 0.50, 0.15, 0.30, 0.05, 0, false, true),
  ('Crowd Pleaser', 'crowd-pleaser', 'What many like and pay for', 0.45, 0.10, 0.30, 0.05, 0.10, false, true),
  ('Cult Classic', 'cult-classic', 'Devoted followings and the people behind the film', 0.40, 0.10, 0.35, 0.15, 0, false, true)
on conflict (name) do update
set slug = excluded.slug, description = excluded.description, popular_opinion = excluded.popular_opinion,
  awards = excluded.awards, cultural = excluded.cultural, people = excluded.people, financial = excluded.financial,
  is_system = true
where (p.slug, p.description, p.popular_opinion, p.awards, p.cultural, p.people, p.financial, p.is_system)
  is distinct from (excluded.slug, excluded.description, excluded.popular_opinion, excluded.awards, excluded.cultural,
    excluded.people, excluded.financial, true);
