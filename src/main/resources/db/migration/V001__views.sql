-- The engine: builds, refresh runs, leases, versions. States are CHECK constraints as well as code.

create table view_generation (
  only_row boolean primary key default true check (only_row),
  generation bigint not null
);
comment on table view_generation is 'One row: the number of the newest publish, taken inside the publishing transaction so that numbers become visible in order.';
insert into view_generation (generation) values (0);

create table source_version (
  source text primary key,
  version bigint not null,
  as_of timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);
comment on table source_version is 'One row per feature: bumped by the last statement of every writing transaction, which makes its commits visible in version order.';

create table cached_api_views (
  cache_id bigint generated always as identity primary key,
  cache_key varchar(100) not null unique,
  view_type text not null,
  period text,
  filter_type text,
  result_json json not null,
  etag text not null,
  record_count integer not null check (record_count >= 0),
  as_of timestamptz,
  generated_at timestamptz not null,
  checked_at timestamptz not null,
  built_for timestamptz not null,
  generation_time_ms integer not null check (generation_time_ms >= 0),
  generation bigint not null,
  source_version bigint not null,
  definition_hash text not null
);
alter table cached_api_views alter column result_json set storage external;
create index cached_api_views_generation on cached_api_views (generation);
comment on table cached_api_views is 'The current build of every key: pointer and body in one row, so no reader can pair one with another''s.';
comment on column cached_api_views.generated_at is 'Database time at which the SQL of this body ran.';
comment on column cached_api_views.checked_at is 'Database time of the newest snapshot at which the body was known to be right.';
comment on column cached_api_views.built_for is 'The :now of that snapshot''s run: tells whether an operating day has turned since. Differs from checked_at under a replay clock.';

create table cache_refresh_log (
  log_id bigint generated always as identity primary key,
  refresh_started_at timestamptz not null default clock_timestamp(),
  refresh_completed_at timestamptz,
  status text not null,
  trigger text not null,
  scope text not null,
  if_stale boolean not null default false,
  force boolean not null default false,
  accept boolean not null default false,
  views_total integer not null default 0,
  views_refreshed integer not null default 0,
  views_confirmed integer not null default 0,
  views_superseded integer not null default 0,
  views_failed integer not null default 0,
  views_built integer not null default 0,
  outcomes json,
  total_time_ms integer,
  generation bigint,
  requested_by text,
  holder text,
  fence bigint,
  heartbeat_at timestamptz,
  error_message text,
  constraint status_known check (status in ('queued', 'running', 'success', 'partial', 'failed', 'cancelled', 'abandoned')),
  constraint trigger_known check (trigger in ('schedule', 'source_changed', 'request', 'read')),
  constraint completed_exactly_when_ended check ((refresh_completed_at is null) = (status in ('queued', 'running'))),
  constraint held_while_running check (status <> 'running' or (holder is not null and fence is not null))
);
create unique index one_queued_run_per_scope on cache_refresh_log (scope) where status = 'queued';
create unique index one_running_run_per_scope on cache_refresh_log (scope) where status = 'running';
create index cache_refresh_log_completed on cache_refresh_log (refresh_completed_at desc);
comment on table cache_refresh_log is 'One row per refresh run: queued, running, then success | partial | failed | cancelled | abandoned.';

create table cache_refresh_snapshot (
  log_id bigint not null references cache_refresh_log on delete cascade,
  source text not null,
  version bigint not null,
  primary key (log_id, source)
);
comment on table cache_refresh_snapshot is 'Which source version a run''s snapshot contains: a later request joins the run only if that is new enough.';

create table cache_refresh_failure (
  log_id bigint not null references cache_refresh_log on delete cascade,
  cache_key varchar(100) not null,
  reason text not null,
  message text not null,
  primary key (log_id, cache_key),
  constraint reason_known check (reason in ('build_failed', 'gate_rejected', 'lease_lost'))
);
comment on table cache_refresh_failure is 'The keys a run could not publish, and why.';

create table refresh_lease (
  scope text primary key,
  holder text not null,
  fence bigint not null,
  expires_at timestamptz not null
);
comment on table refresh_lease is 'Timed right to refresh a scope. The fence only grows; a publish checks it, so a holder that slept past its lease publishes nothing.';

create table view_state (
  cache_key varchar(100) primary key,
  paused boolean not null default false,
  reason text,
  reason_since timestamptz,
  generation bigint not null,
  constraint reason_known check (reason in ('gate_rejected', 'build_failed', 'lease_lost')),
  constraint reason_has_its_time check ((reason is null) = (reason_since is null))
);
create index view_state_generation on view_state (generation);
comment on table view_state is 'What is wrong with a key, or that it is paused; outlives the run that found it.';
