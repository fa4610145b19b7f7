-- One scoring at a time in the cluster; held to the end of the transaction. Returns nothing of interest.
select cast(take_named_lock('scores') as text) as taken
