-- Ends the token of a name that acts for a member.   Binds :member_id bigint, :name text, :now timestamptz.   Returns nothing.
update api_token
set revoked_at = :now
where member_id = :member_id and name = :name and revoked_at is null
