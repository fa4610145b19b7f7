-- Goes behind whoever waits to close the round: locks on its row alone would let votes that keep coming hold up its closing for
-- as long as they come.   One row.   No binds.
select cast(pg_advisory_xact_lock_shared(hashtextextended('voting_round', 0)) as text) as entered
