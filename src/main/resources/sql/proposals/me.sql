-- A member and how many open proposals they have and may have.   Grain: one row, or none (name, role, max_open, used: integer).
-- Binds :member_id bigint, :usual_limit integer.
select m.name, m.role, coalesce(l.max_open, :usual_limit) as max_open, cast((
    select count(*) from proposal p where p.member_id = m.member_id and p.status = 'OPEN'
  ) as integer) as used
from member m
left join proposal_limit l on l.member_id = m.member_id
where m.member_id = :member_id and m.active
