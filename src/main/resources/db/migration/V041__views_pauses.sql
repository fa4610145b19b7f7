-- Who paused what, when and why; and which publish was the last that deleted builds.

alter table view_state
  add column pause_reason text,
  add column paused_by text,
  add column paused_at timestamptz;
update view_state set paused_by = 'system', paused_at = clock_timestamp() where paused;
alter table view_state
  add constraint paused_by_somebody_at_a_time check (paused = (paused_by is not null) and paused = (paused_at is not null)),
  add constraint only_a_pause_has_a_reason check (paused or pause_reason is null);
comment on column view_state.pause_reason is 'What whoever paused the key said; null when they said nothing.';

create table view_refreshing (
  only_row boolean primary key default true check (only_row),
  paused boolean not null default false,
  pause_reason text,
  paused_by text,
  paused_at timestamptz,
  constraint refreshing_paused_by_somebody_at_a_time check (paused = (paused_by is not null) and paused = (paused_at is not null)),
  constraint only_paused_refreshing_has_a_reason check (paused or pause_reason is null)
);
comment on table view_refreshing is 'One row: whether refresh runs may start, on any node. While paused those that run end, and nothing begins.';
insert into view_refreshing default values;

alter table view_generation add column cleared bigint not null default 0;
comment on column view_generation.cleared is 'Generation of the newest clearing of builds: a node that has seen less reads all there is anew.';
