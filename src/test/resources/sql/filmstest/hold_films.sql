-- Takes the lock of the films (lock_films.sql) until the transaction ends. Returns nothing of interest.
select cast(take_named_lock('films') as text) as taken
