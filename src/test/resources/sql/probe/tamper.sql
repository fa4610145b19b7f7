-- Changes one number in a stored build behind the engine's back. Binds :key (text).
update cached_api_views
set result_json = cast(replace(cast(result_json as text), '"wait":24', '"wait":741') as json)
where cache_key = :key
