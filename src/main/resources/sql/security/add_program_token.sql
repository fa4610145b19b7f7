-- Gives a program a token.   Binds :name, :role, :created_by text, :hash text (hex SHA-256), :now timestamptz, :expires_at
-- timestamptz or null.   Returns token_id; no row if a valid one has the name.
insert into api_token (name, role, token_hash, created_by, created_at, expires_at)
values (:name, :role, :hash, :created_by, cast(:now as timestamptz), cast(:expires_at as timestamptz))
on conflict (coalesce(member_id, 0), name) where revoked_at is null do nothing
returning token_id
