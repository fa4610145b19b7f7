-- Ends the tokens of a name.   Binds :name.
update api_token set revoked_at = clock_timestamp() where name = :name
