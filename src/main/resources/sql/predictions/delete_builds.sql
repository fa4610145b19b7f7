-- Deletes the builds of profiles and what is noted of their keys.   Bind :profiles text[], their slugs.
with deleted as (
  delete from cached_api_views
  where view_type = 'predictions' and filter_type = any (cast(:profiles as text[]))
  returning cache_key
)
delete from view_state s using deleted d where s.cache_key = d.cache_key
