-- How far a server's facts of a source have come.   One row: its time, whether it follows another server, the version (0: none
-- yet).   Binds :source (text).
select clock_timestamp() as at,
       pg_is_in_recovery() as follows,
       coalesce((select s.version from source_version s where s.source = :source), 0) as version
