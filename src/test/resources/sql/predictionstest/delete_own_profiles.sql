-- Deletes the profiles that were not shipped.   No binds.
delete from weight_profile where not is_system
