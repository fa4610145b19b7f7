-- Takes the snapshot of this transaction, for this connection alone, and tells what it contains.   One row; snapshot is null.
-- Binds :source (text).
select cast(null as text) as snapshot,
-- include: views/snapshot_facts.sql
