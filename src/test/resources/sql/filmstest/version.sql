-- The films' version, 0 before the first change.
select coalesce((select version from source_version where source = 'films'), 0) as version
