-- Another node published a key: same document, another etag.   Bind :key.
with next as (update view_generation set generation = generation + 1 returning generation)
update cached_api_views c set generation = n.generation, etag = md5(c.etag) from next n where c.cache_key = :key
