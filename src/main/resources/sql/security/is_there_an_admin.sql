-- Whether anybody may administer now: a member, or a program's token.   Binds :now timestamptz.   Returns admin (boolean), in one
-- row.
select exists (select from member where role = 'admin' and active)
  or exists (
    select from api_token
    where role = 'admin' and member_id is null and revoked_at is null
      and (expires_at is null or expires_at > cast(:now as timestamptz))) as admin
