-- One transaction at a time adds places: of two that bring the same new one, the second must find it.
-- Held to the end of the transaction. Returns nothing of interest.
select pg_advisory_xact_lock(hashtext('park'))
