-- Takes a rating back.   One row if there was one.   Binds :id, :member_id bigint.
delete from proposal_rating where proposal_id = :id and member_id = :member_id returning proposal_id
