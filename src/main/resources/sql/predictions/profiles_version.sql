-- How often profiles have been edited, 0 before the first time.   One row.   No binds.
select coalesce((select version from source_version where source = 'profiles'), 0) as version
