-- How many of the probe's builds wait. No binds.
select count(*) as builds from pg_locks where not granted and relation = cast('probe_fact' as regclass)
