-- Deletes every build there is. No binds.
delete from cached_api_views
