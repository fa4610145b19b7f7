-- Deletes every build of predictions.   No binds.
delete from cached_api_views where view_type = 'predictions'
