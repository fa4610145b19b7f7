-- Deletes the probe's builds. No binds.
delete from cached_api_views where view_type = 'probe_rankings'
