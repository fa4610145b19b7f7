-- Exports the snapshot of this transaction and tells what it contains.
-- Returns one row. taken_at is read in the statement that takes the snapshot; changed_versions, facts_from and parts (their
-- names with blanks between; null: any) are what is kept of the source's changes, in order. Binds :source (text).
select pg_export_snapshot() as snapshot,
       clock_timestamp() as taken_at,
       coalesce(s.version, 0) as version,
       s.as_of,
       array(select c.version from source_change c where c.source = :source order by c.version) as changed_versions,
       array(select c.facts_from from source_change c where c.source = :source order by c.version) as facts_from,
       array(select array_to_string(c.parts, ' ') from source_change c where c.source = :source order by c.version) as parts
from (select 1) as one
left join source_version s on s.source = :source
