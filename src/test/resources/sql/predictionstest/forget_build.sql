-- Deletes a build.   Bind :key.
delete from cached_api_views where cache_key = :key
