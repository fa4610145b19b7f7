-- A run that waits for nobody: nothing starts it but another request for its scope. Returns log_id. No binds.
insert into cache_refresh_log as l (status, trigger, scope, requested_by)
values ('queued', 'request', 'view:park_downtime', 'nobody')
on conflict (scope) where status = 'queued' do update set requested_by = l.requested_by
returning log_id
