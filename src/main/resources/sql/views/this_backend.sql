-- By what others know the transaction of this connection.   One row: its server process and its beginning.   No binds.
select pg_backend_pid() as pid, transaction_timestamp() as began
