-- What providers told of films, kept for ever; and how each provider is to be treated.

create table movie_metadata (
  imdb_id text primary key,
  cached_imdb_data jsonb,
  cached_at timestamptz,
  fresh_until timestamptz,
  provider text,
  state text not null default 'MISSING',
  failures integer not null default 0,
  attempted_at timestamptz,
  next_attempt_at timestamptz not null,
  last_error text,
  lease_until timestamptz,
  lease_owner text,
  created_at timestamptz not null,
  constraint metadata_imdb_id_is_one check (imdb_id ~ '^tt\d{7,10}$'),
  constraint metadata_state_known check (state in ('MISSING', 'OK', 'NOT_FOUND', 'ERROR')),
  constraint metadata_is_an_object check (jsonb_typeof(cached_imdb_data) = 'object'),
  constraint metadata_aged_exactly_when_there check (
    (cached_imdb_data is null) = (cached_at is null) and (cached_at is null) = (fresh_until is null)),
  constraint metadata_ok_has_data check (state <> 'OK' or cached_imdb_data is not null),
  constraint metadata_leased_by_somebody check ((lease_until is null) = (lease_owner is null)),
  constraint metadata_failures_counted check (failures >= 0)
);
create index movie_metadata_due on movie_metadata (next_attempt_at, imdb_id);
comment on table movie_metadata is 'One row per film that was ever proposed. Data once there is never taken away; state is how the last attempt ended.';
comment on column movie_metadata.cached_imdb_data is
  '{title, original_title, year, plot, runtime_seconds, genres[], poster_url, imdb_rating, imdb_votes, rating_source, metascore}';
comment on column movie_metadata.fresh_until is 'cached_at and 24 h, give or take a tenth: what came together must not go stale together.';
comment on column movie_metadata.lease_until is 'Until then lease_owner alone asks for it.';

create table metadata_provider (
  provider text primary key,
  paused_until timestamptz,
  pause_reason text,
  budget_day date,
  used integer not null default 0,
  constraint provider_used_counted check (used >= 0),
  constraint provider_paused_with_reason check ((paused_until is null) = (pause_reason is null))
);
comment on table metadata_provider is 'What all nodes must know of a provider: until when nobody asks it, and how many calls its day has had.';
