-- Keys with a build or a state that are not the probe's, in order.
select cache_key from cached_api_views where cache_key not like 'probe%'
union select cache_key from view_state where cache_key not like 'probe%'
order by cache_key
