-- Ends a token of a program.   Binds :token_id bigint, :now timestamptz.   Returns its name and role, or no row.
update api_token
set revoked_at = :now
where token_id = :token_id and member_id is null and revoked_at is null
returning name, role
