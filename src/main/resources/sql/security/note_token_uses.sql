-- Notes that tokens were used.   Binds :hashes text[] (hex SHA-256), :now timestamptz.   Returns nothing.
update api_token
set last_used_at = :now
where token_hash = any(:hashes)
