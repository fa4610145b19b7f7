-- Whether a film w is wanted by an order, and nobody is at it, nor was since the order began.
-- Binds :now, :began, :older_than (timestamptz or null), :ids (text[] or null), :force, :only_missing (boolean).
  (w.lease_until is null or w.lease_until <= :now)
  and (w.attempted_at is null or w.attempted_at < :began)
  and (cast(:ids as text[]) is null or w.imdb_id = any(cast(:ids as text[])))
  and (not :only_missing or w.cached_imdb_data is null)
  and case
    when :force then true
    when cast(:older_than as timestamptz) is null then w.next_attempt_at <= :now
    else (w.cached_at is null or w.cached_at < :older_than)
      and (w.next_attempt_at <= :now or (w.failures = 0 and w.state <> 'NOT_FOUND'))
    end
