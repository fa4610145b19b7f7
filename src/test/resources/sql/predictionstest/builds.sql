-- When each build of predictions was last known to be right.   No binds.
select cache_key, checked_at from cached_api_views where view_type = 'predictions' order by cache_key
