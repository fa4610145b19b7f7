-- How an attempt failed; pictures stay.   No row: the lease is lost.
-- Binds :imdb_id, :owner, :state, :error (text; :state null leaves it as it is), :failures (int), :next (timestamptz).
update poster
set state = coalesce(cast(:state as text), state), failures = :failures, next_attempt_at = :next,
    last_error = left(:error, 500), lease_until = null, lease_owner = null
where imdb_id = :imdb_id and lease_owner = :owner
