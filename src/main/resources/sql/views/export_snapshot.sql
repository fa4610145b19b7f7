-- Exports the snapshot of this transaction and tells what it contains.
-- Returns one row. taken_at is read in the statement that takes the snapshot. Binds :source (text).
select pg_export_snapshot() as snapshot,
       clock_timestamp() as taken_at,
       coalesce(s.version, 0) as version,
       s.as_of
from (select 1) as one
left join source_version s on s.source = :source
