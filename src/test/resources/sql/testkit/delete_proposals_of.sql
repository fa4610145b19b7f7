-- Takes a member's proposals and limit away.   Binds :member_id bigint.
with limits as (delete from proposal_limit where member_id = :member_id)
delete from proposal where member_id = :member_id
