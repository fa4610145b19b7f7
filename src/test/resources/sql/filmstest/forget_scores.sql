-- Makes the next scoring score everything. Returns nothing.
delete from scoring_state
