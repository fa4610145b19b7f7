-- Gives a member another password, if the present one is still that of :old_hash, and ends all sessions.
-- Binds :member_id bigint, :hash, :old_hash text (bcrypt).   Returns session_epoch, or no row.
update member
set password_hash = :hash, session_epoch = session_epoch + 1
where member_id = :member_id and active and password_hash = :old_hash
returning session_epoch
