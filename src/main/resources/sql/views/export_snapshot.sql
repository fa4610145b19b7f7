-- Exports the snapshot of this transaction and tells what it contains.   One row.   Binds :source (text).
select pg_export_snapshot() as snapshot,
-- include: views/snapshot_facts.sql
