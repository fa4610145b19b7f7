-- Changes what is not null of a member; another password or the end of the membership ends all sessions.
-- Binds :member_id bigint, :role text, :active boolean, :hash text (bcrypt).   Returns member_id, or no row.
update member
set role = coalesce(cast(:role as text), role),
  active = coalesce(cast(:active as boolean), active),
  password_hash = coalesce(cast(:hash as text), password_hash),
  session_epoch = session_epoch
    + case when cast(:hash as text) is not null or not coalesce(cast(:active as boolean), true) then 1 else 0 end
where member_id = :member_id
returning member_id
