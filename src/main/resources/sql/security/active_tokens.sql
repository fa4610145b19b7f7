-- Every token that is valid now; one that acts for a member has the member's name and role, while the member is active.
-- Grain: one row per token (name, role, token_hash, member_id).   Binds :now timestamptz.   Order: oldest first.
select coalesce(m.name, t.name) as name, coalesce(m.role, t.role) as role, t.token_hash, t.member_id
from api_token t
left join member m on m.member_id = t.member_id
where t.revoked_at is null and (t.expires_at is null or t.expires_at > cast(:now as timestamptz))
  and (t.member_id is null or m.active)
order by t.token_id
