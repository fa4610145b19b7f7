-- Posters, downloaded once and served by ourselves.

create table poster (
  imdb_id text primary key,
  state text not null default 'MISSING',
  source_url text,
  attempted_url text not null,
  failures integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  fetched_at timestamptz,
  used_on date,
  lease_until timestamptz,
  lease_owner text,
  constraint poster_imdb_id_is_one check (imdb_id ~ '^tt\d{7,10}$'),
  constraint poster_state_known check (state in ('MISSING', 'OK', 'NOT_FOUND', 'REFUSED', 'ERROR')),
  constraint poster_dated_exactly_when_there check ((source_url is null) = (fetched_at is null)),
  constraint poster_ok_has_pictures check (state <> 'OK' or fetched_at is not null),
  constraint poster_failures_counted check (failures >= 0),
  constraint poster_leased_by_somebody check ((lease_until is null) = (lease_owner is null))
);
create index poster_least_recently_used on poster (used_on, imdb_id);
comment on table poster is 'One row per film whose poster was ever asked for. state is how the last attempt ended; pictures once there stay until they are pruned.';
comment on column poster.source_url is 'Where the pictures came from; null while there are none.';
comment on column poster.attempted_url is 'What the last attempt asked for: another address in the film''s metadata makes the poster due at once.';
comment on column poster.lease_until is 'Until then lease_owner alone fetches it.';
comment on column poster.used_on is 'Day of the last request, so that the least recently used go first.';

create table poster_picture (
  imdb_id text not null references poster on delete cascade,
  size text not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  etag text not null,
  bytes bytea not null,
  primary key (imdb_id, size),
  constraint picture_size_known check (size in ('thumb', 'card', 'full')),
  constraint picture_type_known check (content_type in ('image/jpeg', 'image/png', 'image/webp'))
);
alter table poster_picture alter column bytes set storage external;
comment on table poster_picture is 'The pictures of a poster, one per size; already compressed, so stored as they are.';
