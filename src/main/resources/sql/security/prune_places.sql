-- Lets places go that are not known any more.   Binds :now timestamptz.   Returns nothing.
delete from login_place
where known_until < cast(:now as timestamptz)
