-- Makes a token valid under a name and a role, also one that was revoked.   Binds :name, :role, :hash (hex SHA-256).
insert into api_token as held (name, role, token_hash)
values (:name, :role, :hash)
on conflict (token_hash) do update set name = excluded.name, role = excluded.role, revoked_at = null, expires_at = null
where held.name <> excluded.name or held.role <> excluded.role or held.revoked_at is not null
  or held.expires_at is not null
