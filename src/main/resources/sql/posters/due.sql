-- A building block: whether poster p, wanted from w.poster_url, is to be fetched, and nobody does yet.   Binds :now.
(p.attempted_url is distinct from w.poster_url or p.next_attempt_at <= :now)
and (p.lease_until is null or p.lease_until <= clock_timestamp())
