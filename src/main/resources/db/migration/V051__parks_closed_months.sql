-- Months whose snapshots were pruned: nothing is taken in for them any more, or a rollup would be rebuilt from half its rows.

create table closed_month (
  month date primary key,
  closed_at timestamptz not null,
  constraint month_by_its_first_day check (extract(day from month) = 1)
);
comment on table closed_month is 'One row per month (UTC) whose snapshots are gone; what was rolled up from them stays for ever. Deleting a row lets the month be imported anew.';

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
  perform pg_advisory_xact_lock(hashtext('ride_status_snapshots'));
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

create function close_snapshot_month(pruned date, at_time timestamptz) returns boolean language plpgsql as $$
declare
  partition text := 'ride_status_snapshots_' || to_char(pruned, 'YYYY_MM');
begin
  -- Everybody else queues behind this wait, so it is short; the next night tries again.
  perform set_config('lock_timeout', '2s', true);
  lock table ride_status_snapshots in access exclusive mode;
  if to_regclass(partition) is null then
    return false;
  end if;
  insert into closed_month (month, closed_at) values (pruned, at_time) on conflict do nothing;
  execute format('drop table %I', partition);
  return true;
end
$$;
comment on function close_snapshot_month is 'Drops the snapshots of a month given by its first day and closes it; false if there are none.';
