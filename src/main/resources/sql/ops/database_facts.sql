-- What doctor looks at in the server and the database.   One row.   No binds.
select
  cast(current_setting('server_version_num') as integer) / 10000 as major,
  current_setting('server_version') as version,
  clock_timestamp() as database_time,
  has_database_privilege(current_database(), 'temporary') as may_make_temporary_tables,
  has_schema_privilege(current_schema(), 'create') as may_create,
  current_user as account,
  (select count(*) from pg_class c
   where c.relnamespace = to_regnamespace(current_schema()) and c.relkind in ('r', 'p')
     and not pg_has_role(c.relowner, 'usage')) as tables_of_others,
  pg_database_size(current_database()) as bytes,
  cast(current_setting('max_connections') as integer)
    - cast(current_setting('superuser_reserved_connections') as integer) as connections,
  pg_is_in_recovery() as replica
