-- The version of the parks' facts, 0 before the first change.
select coalesce(max(version), 0) as version, max(as_of) as as_of from source_version where source = 'parks'
