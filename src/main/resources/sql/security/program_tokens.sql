-- Tokens of programs, ended ones included, without their hashes.   Grain: one row per token (token_id, name, role, created_at,
-- created_by, expires_at, last_used_at, revoked_at).   Binds :limit integer.   Order: newest first.
select token_id, name, role, created_at, created_by, expires_at, last_used_at, revoked_at
from api_token
where member_id is null
order by token_id desc
limit :limit
