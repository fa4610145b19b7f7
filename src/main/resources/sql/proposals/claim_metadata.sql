-- Claims films to ask providers for: nobody else does until the lease ends.
-- At most :batch rows (imdb_id, failures in a row), locked rows passed over.
-- Binds :owner (text, of this claim alone), :lease_until, :now, :began (timestamptz), :batch (integer), and those of metadata_wanted.sql.
-- What is due by its own account: most overdue first; else what was not asked for for the longest time.
update movie_metadata m
set lease_owner = :owner, lease_until = :lease_until, attempted_at = :now
from (
  select w.imdb_id
  from movie_metadata w
  where
    -- include: proposals/metadata_wanted.sql
  order by
    case when :force or cast(:older_than as timestamptz) is not null
      then greatest(w.attempted_at, w.cached_at) else w.next_attempt_at end nulls first,
    w.cached_at nulls first,
    w.imdb_id
  limit :batch
  for update skip locked
) chosen
where m.imdb_id = chosen.imdb_id
returning m.imdb_id, m.failures
