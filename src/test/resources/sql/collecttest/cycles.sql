-- What the log says of every cycle.
select provider, status, parks_total, parks_failed, snapshots, error_message from collection_cycle order by cycle_id
