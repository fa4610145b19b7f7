-- CTE weights: one row per profile (profile, the slug) with what each category weighs in it.
-- Bind :profiles text, a JSON array of {profile, popular_opinion, awards, cultural, people, financial}.
weights as (
  select p.*
  from json_to_recordset(cast(cast(:profiles as text) as json)) as p (
    profile text, popular_opinion numeric, awards numeric, cultural numeric, people numeric, financial numeric)
)
