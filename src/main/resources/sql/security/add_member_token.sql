-- Gives a member a token; its role is the member's at every use.   Binds :member_id bigint, :name, :hash text (hex SHA-256),
-- :now timestamptz.   Returns token_id.
insert into api_token (name, role, token_hash, member_id, created_at)
values (:name, 'member', :hash, :member_id, :now)
returning token_id
