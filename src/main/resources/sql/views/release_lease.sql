-- Ends a lease early, so that the next run of the scope need not wait. Binds :scope, :holder (text), :fence (bigint).
update refresh_lease
set expires_at = clock_timestamp()
where scope = :scope and holder = :holder and fence = :fence and expires_at > clock_timestamp()
