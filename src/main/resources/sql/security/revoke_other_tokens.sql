-- Ends the tokens of a name that act for nobody, but for the one given.   Binds :name, :hash (hex SHA-256).
update api_token
set revoked_at = clock_timestamp()
where name = :name and member_id is null and token_hash <> :hash and revoked_at is null
