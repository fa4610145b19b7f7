-- Deletes refresh runs that ended longer ago than :keep seconds, with their failures; the last one stays, however old.
-- One row: count.   Binds :keep (double precision), :dry_run (boolean): only counts.
with old as (
  select l.log_id
  from cache_refresh_log l
  where l.refresh_completed_at < clock_timestamp() - make_interval(secs => :keep)
    and l.log_id < (
      select max(e.log_id) from cache_refresh_log e
      where e.refresh_completed_at is not null and e.trigger <> 'read' and e.holder is not null)
),
deleted as (
  delete from cache_refresh_log l using old o where l.log_id = o.log_id and not cast(:dry_run as boolean)
)
select count(*) as count from old
