-- What a snapshot contains of a source. taken_at is read in the statement that takes the snapshot; changed_versions, facts_from
-- and changed_periods (joined by commas) are what is kept of the source's changes, in order. Binds :source (text).
       clock_timestamp() as taken_at,
       coalesce(s.version, 0) as version,
       s.as_of,
       array(select c.version from source_change c where c.source = :source order by c.version) as changed_versions,
       array(select c.facts_from from source_change c where c.source = :source order by c.version) as facts_from,
       array(select array_to_string(c.periods, ',') from source_change c where c.source = :source order by c.version) as changed_periods
from (select 1) as one
left join source_version s on s.source = :source
