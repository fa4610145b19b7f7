-- Who may do what: tokens of programs.

create table api_token (
  token_id bigint generated always as identity primary key,
  name text not null,
  role text not null,
  token_hash text not null unique,
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  constraint role_known check (role in ('admin', 'ops', 'ingest', 'member')),
  constraint token_hash_is_sha256 check (token_hash ~ '^[0-9a-f]{64}$')
);
create unique index one_active_token_per_name on api_token (name) where revoked_at is null;
comment on table api_token is 'Tokens that programs send as Authorization: Bearer. Active until revoked_at is set; a node notices within seconds.';
comment on column api_token.token_hash is 'Hex SHA-256 of the token: 256 random bits need no slow hash, and the token itself is nowhere.';
