-- Of each build of predictions what tells one making from another.   No binds.
select cache_key, etag || ' ' || utc_text(generated_at) as made
from cached_api_views where view_type = 'predictions' order by cache_key
