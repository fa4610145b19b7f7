-- One batch of films at a time in the cluster: of two that bring the same new film or person, the second must find it.
-- Held to the end of the transaction. Returns nothing of interest.
select cast(take_named_lock('films') as text) as taken
