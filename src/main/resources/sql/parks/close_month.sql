-- Drops a month of snapshots and closes it.   One row: closed, false if another node was quicker.
-- Binds :month (date), :now (timestamptz).
select close_snapshot_month(cast(:month as date), cast(:now as timestamptz)) as closed
