-- The one read of a node that does not hold a body: by key. Binds :key (text).
select cast(result_json as text) as body, etag from cached_api_views where cache_key = :key
