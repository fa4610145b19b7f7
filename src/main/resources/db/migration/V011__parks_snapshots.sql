-- What rides said, by month of recording, so that a pruned month is one dropped table.

create table ride_status_snapshots (
  ride_id bigint not null,
  recorded_at timestamptz not null,
  wait_time integer,
  interval_minutes smallint not null,
  status text,
  status_stated boolean not null,
  is_open boolean not null,
  park_open boolean not null,
  primary key (ride_id, recorded_at),
  constraint status_known check (status in ('OPERATING', 'DOWN', 'CLOSED', 'REFURBISHMENT')),
  constraint unknown_status_was_stated check (status is not null or status_stated),
  constraint open_exactly_when_operating check (status is null or is_open = (status = 'OPERATING')),
  constraint wait_not_negative check (wait_time >= 0),
  constraint interval_divides_the_hour check (interval_minutes > 0 and 60 % interval_minutes = 0)
) partition by range (recorded_at);
comment on table ride_status_snapshots is 'One row per ride and instant of recording. No foreign key to ride: ingest joins it, and rides are never deleted.';
comment on column ride_status_snapshots.status is 'Null: the feed stated something unknown, and is_open tells.';
comment on column ride_status_snapshots.is_open is 'Whether the ride operates.';
comment on column ride_status_snapshots.park_open is 'Whether its park was open at recorded_at; derived from schedules, else from the cycle''s rides.';
comment on column ride_status_snapshots.interval_minutes is 'How long the snapshot stands for: its cycle starts at recorded_at floored to this (UTC).';

-- Attaching, unlike "create table … partition of", blocks neither readers nor writers of the other months.
create function ensure_snapshot_month(month date) returns void language plpgsql as $$
declare
  partition text := 'ride_status_snapshots_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(partition) is not null then
    return;
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
comment on function ensure_snapshot_month is 'Makes the partition of a month given by its first day, if there is none.';

create table ride_status_change (
  ride_id bigint not null,
  changed_at timestamptz not null,
  previous_status text not null,
  new_status text not null,
  wait_time integer,
  primary key (ride_id, changed_at),
  constraint changed check (previous_status <> new_status)
);
comment on table ride_status_change is 'One row per snapshot whose status differs from that of the ride''s snapshot before it.';
