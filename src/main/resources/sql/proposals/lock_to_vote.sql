-- A proposal, kept as it is as long as somebody votes for it.   One row or none: status.   Bind :id bigint.
select status from proposal where proposal_id = :id for share
