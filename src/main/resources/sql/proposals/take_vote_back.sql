-- Takes a vote back.   One row if there was one.   Binds :id, :member_id bigint.
delete from vote where proposal_id = :id and member_id = :member_id returning proposal_id
