-- Holds the members who are admins until the transaction ends: of two who demote each other one is second.   No binds.
-- Returns their ids, in their order.
select member_id
from member
where role = 'admin' and active
order by member_id
for update
