-- Lets allowances go of which nothing is spent any more.   Binds :now timestamptz.   Returns nothing.
delete from attempt_allowance
where spent_until < cast(:now as timestamptz)
