-- How often the proposals changed.
select coalesce((select version from source_version where source = 'proposals'), 0) as version
