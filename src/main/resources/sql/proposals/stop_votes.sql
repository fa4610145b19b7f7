-- Waits for the votes on their way, and lets no more come.   One row.   No binds.
select cast(pg_advisory_xact_lock(hashtextextended('voting_round', 0)) as text) as stopped
