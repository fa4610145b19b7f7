-- What the collectors did, and when.

create table collection_cycle (
  cycle_id bigint generated always as identity primary key,
  provider text not null,
  slot_at timestamptz not null,
  started_at timestamptz not null,
  completed_at timestamptz,
  status text not null,
  parks_total integer not null default 0,
  parks_failed integer not null default 0,
  snapshots bigint not null default 0,
  error_message text,
  constraint one_cycle_per_slot unique (provider, slot_at),
  constraint cycle_provider_known check (provider in ('themeparks-wiki', 'queue-times')),
  constraint cycle_status_known check (status in ('running', 'success', 'partial', 'failed')),
  constraint cycle_completed_exactly_when_not_running check ((status = 'running') = (completed_at is null)),
  constraint no_more_failed_than_asked check (parks_failed between 0 and parks_total)
);
comment on table collection_cycle is 'One row per provider and slot: the node that inserted it asks the provider for all configured parks.';
comment on column collection_cycle.slot_at is 'Start of the interval the cycle stands for; started_at is what its snapshots are recorded at.';
comment on column collection_cycle.snapshots is 'Rides the provider told of, whether or not their snapshot was there already.';
create index collection_cycle_delivered on collection_cycle (provider, completed_at) where snapshots > 0;

create table collection_failure (
  cycle_id bigint not null references collection_cycle on delete cascade,
  park_ref text not null,
  step text not null,
  reason text not null,
  message text not null,
  primary key (cycle_id, park_ref, step),
  constraint failure_step_known check (step in ('live', 'schedule')),
  constraint failure_reason_known check (
    reason in ('time_out', 'connection', 'http_status', 'too_large', 'unreadable', 'refused', 'database', 'unexpected'))
);
comment on table collection_failure is 'One row per park and step that failed in a cycle. park_ref is the provider''s own id.';

create table collection_schedule (
  provider text not null,
  park_ref text not null,
  refreshed_at timestamptz not null,
  primary key (provider, park_ref),
  constraint schedule_provider_known check (provider in ('themeparks-wiki', 'queue-times'))
);
comment on table collection_schedule is 'When the opening hours of a provider''s park were last taken in.';
