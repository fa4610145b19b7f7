-- The right to fetch a poster, for :lease seconds.   No row: nobody wants it, it is not due, or another node fetches it.
-- Binds :imdb_id, :owner (text), :lease (double), :now (timestamptz).   Another address than the last one starts without failures.
insert into poster as p (imdb_id, attempted_url, next_attempt_at, lease_until, lease_owner)
select w.imdb_id, w.poster_url, :now, clock_timestamp() + make_interval(secs => :lease), :owner
from (
-- include: posters/wanted.sql
) w
on conflict (imdb_id) do update
set attempted_url = excluded.attempted_url,
    failures = case when p.attempted_url = excluded.attempted_url then p.failures else 0 end,
    next_attempt_at = :now,
    lease_until = excluded.lease_until,
    lease_owner = excluded.lease_owner
where (p.attempted_url <> excluded.attempted_url or p.next_attempt_at <= :now)
  and (p.lease_until is null or p.lease_until <= clock_timestamp())
returning p.attempted_url, p.failures
