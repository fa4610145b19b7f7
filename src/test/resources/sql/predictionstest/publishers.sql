-- How many wait to publish.   No binds.
select count(*) as waiting from pg_locks
where relation = cast('refresh_lease' as regclass) and mode = 'RowShareLock' and not granted
