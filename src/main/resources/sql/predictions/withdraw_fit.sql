-- Takes the profile fitted back.   No row if there is none.   No binds.
delete from weight_profile where slug = 'fitted' and is_system and not is_default
returning profile_id
