-- Ends the tokens of a name, but for the one given.   Binds :name, :hash (hex SHA-256).
update api_token
set revoked_at = clock_timestamp()
where name = :name and token_hash <> :hash and revoked_at is null
