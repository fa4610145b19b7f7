-- Holds up whatever else a member does at the same moment.   One row: member_id.   Bind :member_id bigint.
select member_id from member where member_id = :member_id for no key update
