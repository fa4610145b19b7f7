-- Makes an allowance whole again.   Binds :kind, :key text.   Returns nothing.
delete from attempt_allowance
where kind = :kind and key = :key
