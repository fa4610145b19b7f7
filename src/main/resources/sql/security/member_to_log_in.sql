-- The active member of a name, small and capital letters alike, and whether this address is one of theirs.
-- Grain: one row, or none (member_id, name, role, password_hash, session_epoch, at_home).   Binds :name, :address text,
-- :now timestamptz.
select m.member_id, m.name, m.role, m.password_hash, m.session_epoch, exists (
    select from login_place p
    where p.member_id = m.member_id and p.address = :address and p.known_until > cast(:now as timestamptz)
  ) as at_home
from member m
where lower(m.name) = lower(:name) and m.active
