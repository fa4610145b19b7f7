-- One scoring at a time in the cluster; held to the end of the transaction. Returns nothing of interest.
select pg_advisory_xact_lock(hashtext('movie_score'))
