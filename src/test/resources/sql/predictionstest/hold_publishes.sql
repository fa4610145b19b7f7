-- Keeps every run from publishing until the transaction ends; whoever only reads goes on.   No binds.
lock table refresh_lease in exclusive mode
