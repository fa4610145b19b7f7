-- Every token that is valid now.   Grain: one row per token (name, role, token_hash).   No binds.   Order: oldest first.
select name, role, token_hash
from api_token
where revoked_at is null
order by token_id
