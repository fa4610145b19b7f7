-- CTE weights: one row per profile (profile, the slug), what each category weighs in it, and their sum (total).
-- Bind :profiles text, a JSON array of {profile, popular_opinion, awards, cultural, people, financial}.
weights as (
  select p.*, p.popular_opinion + p.awards + p.cultural + p.people + p.financial as total
  from json_to_recordset(cast(:profiles as json)) as p (
    profile text, popular_opinion numeric, awards numeric, cultural numeric, people numeric, financial numeric)
)
