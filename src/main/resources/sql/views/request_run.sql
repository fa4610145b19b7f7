-- The run that answers a request: a running one whose snapshot already contains the present facts and which does at
-- least what is asked, else the scope's one queued run, made or widened.
-- Returns one row (log_id, status). Binds :scope, :trigger, :requested_by (text), :sources (text[]), :if_stale, :force,
-- :accept (boolean).
with joinable as (
  select l.log_id, l.status
  from cache_refresh_log l
  join refresh_lease e on e.scope = l.scope and e.fence = l.fence and e.expires_at > clock_timestamp()
  where l.scope = :scope and l.status = 'running'
    and (l.force or not :force) and (l.accept or not :accept) and (:if_stale or not l.if_stale)
    and not exists (
      select from unnest(cast(:sources as text[])) as asked (source)
      where not exists (
        select from cache_refresh_snapshot c
        left join source_version v on v.source = c.source
        where c.log_id = l.log_id and c.source = asked.source and c.version >= coalesce(v.version, 0)))
), queued as (
  insert into cache_refresh_log as l (status, trigger, scope, if_stale, force, accept, requested_by)
  select 'queued', :trigger, :scope, :if_stale, :force, :accept, :requested_by
  where not exists (select from joinable)
  on conflict (scope) where status = 'queued' do update
    set if_stale = l.if_stale and excluded.if_stale,
        force = l.force or excluded.force,
        accept = l.accept or excluded.accept
  returning l.log_id, l.status
)
select log_id, status from joinable
union all
select log_id, status from queued
