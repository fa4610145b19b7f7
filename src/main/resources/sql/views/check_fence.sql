-- Whether a lease still is its holder's; locks it until the transaction ends, so that nobody takes it in between.
-- No row: lost. Binds :scope, :holder (text), :fence (bigint).
select fence from refresh_lease
where scope = :scope and holder = :holder and fence = :fence and expires_at > clock_timestamp()
for share
