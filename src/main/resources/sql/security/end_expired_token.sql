-- Ends a program's token that has expired, so that another may have its name.   Binds :name text, :now timestamptz.   Returns
-- nothing.
update api_token
set revoked_at = expires_at
where member_id is null and name = :name and revoked_at is null and expires_at <= cast(:now as timestamptz)
