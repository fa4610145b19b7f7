-- Gives a member a token.   Binds :member_id bigint, :hash text (hex SHA-256 of the token).
insert into api_token (name, role, token_hash, member_id)
values ('tests', 'member', :hash, :member_id)
on conflict (token_hash) do update set revoked_at = null
