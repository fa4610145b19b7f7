-- Deletes collection cycles that ended before :before, with their failures; each provider's last delivery stays.
-- One row: count.   Binds :before (timestamptz), :dry_run (boolean): only counts.
with last_delivery as (
  select distinct on (c.provider) c.cycle_id
  from collection_cycle c
  where c.snapshots > 0 and c.completed_at is not null
  order by c.provider, c.completed_at desc, c.cycle_id desc
),
old as (
  select c.cycle_id
  from collection_cycle c
  where c.completed_at < cast(:before as timestamptz) and c.cycle_id not in (select d.cycle_id from last_delivery d)
),
deleted as (
  delete from collection_cycle c using old o where c.cycle_id = o.cycle_id and not cast(:dry_run as boolean)
)
select count(*) as count from old
