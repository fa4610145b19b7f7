-- Ends whoever in this database waits for a transaction to end, such as one that holds the lock of the films.   One row each.
select pg_terminate_backend(l.pid)
from pg_locks l
join pg_stat_activity a on a.pid = l.pid and a.datname = current_database()
where l.locktype = 'transactionid' and not l.granted
