-- Whether there is a member or a token of a program that may administer and will not end by itself.   No binds.   Returns remains (boolean), in one row.
select exists (select from member where role = 'admin' and active)
  or exists (select from api_token where role = 'admin' and member_id is null and revoked_at is null and expires_at is null) as remains
