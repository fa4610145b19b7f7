-- As claim_metadata.sql, where rows that are locked cannot be passed over: whoever comes second waits, finds what it chose
-- taken, and has claimed so much less.
update movie_metadata w
set lease_owner = :owner, lease_until = :lease_until, attempted_at = :now
where w.imdb_id in (
    select c.imdb_id
    from (
      select w.*
      from movie_metadata w
      where
        -- include: proposals/metadata_wanted.sql
    ) c
    order by
      case when :force or cast(:older_than as timestamptz) is not null
        then greatest(c.attempted_at, c.cached_at) else c.next_attempt_at end nulls first,
      c.cached_at nulls first,
      c.imdb_id
    limit :batch)
  -- Asked again of the row as it is once it is ours.
  and
    -- include: proposals/metadata_wanted.sql
returning w.imdb_id, w.failures
