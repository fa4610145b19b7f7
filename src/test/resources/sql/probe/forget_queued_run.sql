-- Takes away what queue_run.sql left. No binds.
delete from cache_refresh_log where status = 'queued' and requested_by = 'nobody'
