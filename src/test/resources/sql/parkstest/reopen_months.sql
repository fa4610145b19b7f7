-- Forgets that months were pruned.
delete from closed_month
