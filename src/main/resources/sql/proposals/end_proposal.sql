-- Ends a proposal.   Returns nothing.   Binds :id bigint, :status text, :now timestamptz.
update proposal set status = :status, closed_at = :now where proposal_id = :id
