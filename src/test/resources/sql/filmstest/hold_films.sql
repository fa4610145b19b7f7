-- Takes the lock of the films (lock_films.sql) until the session ends. Returns nothing of interest.
select pg_advisory_lock(hashtext('films'))
