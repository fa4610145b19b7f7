-- One transaction at a time adds places: of two that bring the same new one, the second must find it.
-- Held to the end of the transaction. Returns nothing of interest.
select cast(take_named_lock('places') as text) as taken
