-- Runs may be cancelled: a queued one ends at once, a running one is marked for the node that holds it.

alter table cache_refresh_log
  add column cancel_requested_at timestamptz,
  add column cancel_requested_by text,
  add constraint cancelled_by_somebody check ((cancel_requested_at is null) = (cancel_requested_by is null)),
  add constraint cancelled_on_request check (status <> 'cancelled' or cancel_requested_at is not null);
comment on column cache_refresh_log.cancel_requested_at is
  'Since then the run publishes nothing more; what it had published stays. A run may end otherwise, if nothing was left to publish.';
