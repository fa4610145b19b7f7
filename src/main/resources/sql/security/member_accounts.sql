-- What an admin sees of members, for statements that say of which.   Grain: one row per member (member_id, name, role, active,
-- created_at, max_open: null where the usual limit holds).
select m.member_id, m.name, m.role, m.active, m.created_at, l.max_open
from member m
left join proposal_limit l on l.member_id = m.member_id
