-- What the log says of every failure.
select park_ref, step, reason from collection_failure order by cycle_id, park_ref, step
