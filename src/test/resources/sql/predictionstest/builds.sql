-- When each build of predictions was made.   No binds.
select cache_key, generated_at from cached_api_views where view_type = 'predictions' order by cache_key
