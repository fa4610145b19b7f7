-- No proposal, vote or round; their numbers begin anew.
truncate vote, proposal_rating, round_result, voting_round, proposal, proposal_limit restart identity
