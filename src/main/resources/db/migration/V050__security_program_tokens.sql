-- Tokens of programs: made and ended by admins, may end by themselves, and tell when they were last used.

alter table api_token add column created_by text;
alter table api_token add column expires_at timestamptz;
alter table api_token add column last_used_at timestamptz;
comment on column api_token.created_by is 'The admin who made it; null for those of the environment and of members.';
comment on column api_token.expires_at is 'When it ends by itself; null for never.';
comment on column api_token.last_used_at is 'To the minute; written by each node for all tokens it has seen since it wrote last.';
