-- Deletes builds and states of keys this node does not declare. A build somebody has checked since :keep seconds is another
-- node's, perhaps of a newer version; so is the state beside it, and one noted since.
-- One row per key: cache_key, in order.   Binds :declared (text[]), :keep (double precision), :dry_run (boolean): only tells.
with old as (
  select b.cache_key
  from cached_api_views b
  where b.cache_key <> all (cast(:declared as text[]))
    and b.checked_at < clock_timestamp() - make_interval(secs => :keep)
),
states as (
  select s.cache_key
  from view_state s
  where s.cache_key <> all (cast(:declared as text[]))
    and not exists (
      select from cached_api_views b
      where b.cache_key = s.cache_key and b.cache_key not in (select o.cache_key from old o))
    and coalesce(greatest(s.paused_at, s.reason_since) < clock_timestamp() - make_interval(secs => :keep), true)
),
deleted_builds as (
  delete from cached_api_views b using old o where b.cache_key = o.cache_key and not cast(:dry_run as boolean)
),
deleted_states as (
  delete from view_state s using states t where s.cache_key = t.cache_key and not cast(:dry_run as boolean)
)
select cache_key from old union select cache_key from states order by cache_key
