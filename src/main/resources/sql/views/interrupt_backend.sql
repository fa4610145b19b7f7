-- Interrupts the statement of a transaction that still goes on.   A row if there was one.   Binds :pid (integer), :began
-- (timestamptz). A pooler gives the process to others as soon as the transaction has ended.
select pg_cancel_backend(a.pid) as interrupted
from pg_stat_activity a
where a.pid = :pid and a.xact_start = :began
