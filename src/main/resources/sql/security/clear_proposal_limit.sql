-- Lets the usual limit hold for a member again.   Binds :member_id bigint.   Returns nothing.
delete from proposal_limit
where member_id = :member_id
