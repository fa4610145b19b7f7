-- Locks by name that hold wherever rows can be locked: advisory locks are not known to every engine that speaks PostgreSQL,
-- and where they are known they may hold for one of its servers only.
create table named_lock (
  name text primary key,
  times_taken bigint not null default 1
);
comment on table named_lock is 'One row per lock ever taken. A transaction holds a lock by having written its row.';

create function take_named_lock(lock_name text) returns void language sql as $$
  insert into named_lock as l (name) values (lock_name)
  on conflict (name) do update set times_taken = l.times_taken + 1
$$;
comment on function take_named_lock is 'Waits until nobody else holds the lock, and holds it to the end of the transaction.';

-- As before, but for its lock, and that it refuses a closed month.
create or replace function ensure_snapshot_month(month date) returns void language plpgsql as $$
declare
  partition text := 'ride_status_snapshots_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(partition) is not null then
    return;
  end if;
  -- Whoever reads a file looks before; this is for a month pruned since.
  if exists (select 1 from closed_month c where c.month = ensure_snapshot_month.month) then
    raise exception 'month-closed: the snapshots of % were pruned', to_char(month, 'YYYY-MM');
  end if;
  -- One transaction at a time creates; it is held to the end because only then the others see the table.
  perform take_named_lock('snapshot months');
  -- Read from the catalog: to_regclass would repeat what it answered before the wait.
  if exists (
    select 1 from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = to_regclass('ride_status_snapshots') and c.relname = partition
  ) then
    return;
  end if;
  execute format('create table %I (like ride_status_snapshots including all)', partition);
  execute format(
    'alter table ride_status_snapshots attach partition %I for values from (%L) to (%L)',
    partition,
    cast(month as text) || ' 00:00:00+00',
    cast(cast(month + interval '1 month' as date) as text) || ' 00:00:00+00');
  execute format('comment on table %I is %L', partition, 'The snapshots recorded in ' || to_char(month, 'YYYY-MM') || ' (UTC).');
end
$$;
comment on function ensure_snapshot_month is 'Makes the partition of a month given by its first day, if there is none; refuses a closed month.';
