-- What every node must know, in one row: database time, newest generation, generation of the newest
-- clearing, number of builds, the pause of refreshing, sources, open runs. No binds.
select clock_timestamp() as database_time,
       g.generation, g.cleared,
       (select count(*) from cached_api_views) as builds,
       cast((select row_to_json(p) from (
         select w.pause_reason as reason, w.paused_at as since, w.paused_by as by
         from view_refreshing w where w.paused) p) as text) as pause,
       cast(coalesce((select json_agg(s order by s.source) from (
         select source, version, as_of, changed_at from source_version) s), '[]') as text) as sources,
       cast(coalesce((select json_agg(r order by r.log_id) from (
         select l.log_id, l.status, l.scope, l.trigger, l.views_total, l.views_built, l.refresh_started_at,
                l.if_stale, l.force, l.accept, l.cancel_requested_at is not null as cancel_requested,
                cast(extract(epoch from clock_timestamp() - l.refresh_started_at) as bigint) as elapsed_seconds,
                l.status = 'running' and not exists (
                  select from refresh_lease e
                  where e.scope = l.scope and e.fence = l.fence and e.expires_at > clock_timestamp()) as orphaned
         from cache_refresh_log l
         where l.status in ('queued', 'running')) r), '[]') as text) as runs,
       cast((select row_to_json(f) from (
         select l.log_id, l.status, l.refresh_started_at, l.refresh_completed_at, l.total_time_ms
         from cache_refresh_log l
         where l.refresh_completed_at is not null and l.trigger <> 'read' and l.holder is not null
         order by l.refresh_completed_at desc limit 1) f) as text) as last_run
from view_generation g
