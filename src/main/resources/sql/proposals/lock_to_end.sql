-- A proposal, kept for whoever is about to end it.   One row or none: status, member_id.   Bind :id bigint.
select status, member_id from proposal where proposal_id = :id for no key update
