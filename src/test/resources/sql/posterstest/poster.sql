-- What is known of one poster.   Binds :imdb_id.
select state, failures, next_attempt_at, coalesce(last_error, '') as last_error, source_url, used_on, lease_owner
from poster where imdb_id = :imdb_id
