-- Selects the winner of a round.   Returns nothing.   Binds :winner_id, :id bigint.
update proposal set status = 'SELECTED', selected_in = :id where proposal_id = :winner_id
