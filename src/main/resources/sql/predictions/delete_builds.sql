-- Deletes the builds of a profile and what is noted of their keys.   Bind :keys text[].
with forgotten as (
  delete from view_state where cache_key = any (cast(:keys as text[]))
)
delete from cached_api_views where cache_key = any (cast(:keys as text[]))
