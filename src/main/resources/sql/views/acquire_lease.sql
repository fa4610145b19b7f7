-- Takes the lease of a scope if nobody holds it. Returns its new fence; no row: somebody holds it.
-- Binds :scope, :holder (text), :ttl (seconds, double precision).
insert into refresh_lease as l (scope, holder, fence, expires_at)
values (:scope, :holder, 1, clock_timestamp() + make_interval(secs => :ttl))
on conflict (scope) do update
  set holder = excluded.holder, fence = l.fence + 1, expires_at = excluded.expires_at
  where l.expires_at <= clock_timestamp()
returning fence
