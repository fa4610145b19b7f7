-- Months whose snapshots were pruned: nothing is taken in for them any more, or a rollup would be rebuilt from half its rows.

create table closed_month (
  month date primary key,
  closed_at timestamptz not null,
  constraint month_by_its_first_day check (extract(day from month) = 1)
);
comment on table closed_month is 'One row per month (UTC) whose snapshots are gone; what was rolled up from them stays for ever. Deleting a row lets the month be imported anew.';

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
