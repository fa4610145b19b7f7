-- Ends a token that acts for a member.   Binds :member_id, :token_id bigint, :now timestamptz.   Returns its name, or no row.
update api_token
set revoked_at = :now
where token_id = :token_id and member_id = :member_id and revoked_at is null
returning name
