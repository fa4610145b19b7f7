-- Ends whoever in this database waits for an advisory lock, such as that of the films.   One row each.
select pg_terminate_backend(l.pid)
from pg_locks l
join pg_database d on d.oid = l.database and d.datname = current_database()
where l.locktype = 'advisory' and not l.granted
