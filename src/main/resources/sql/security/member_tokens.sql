-- A member's valid tokens, never their secrets.   Grain: one row per token (token_id, name, created_at).
-- Binds :member_id bigint.   Order: oldest first.
select token_id, name, created_at
from api_token
where member_id = :member_id and revoked_at is null
order by token_id
