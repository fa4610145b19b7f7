-- Adds a member, unless the name is taken in small or capital letters.   Binds :name, :hash text (bcrypt), :now timestamptz.
-- Returns member_id, or no row if the name is taken.
insert into member (name, password_hash, created_at)
values (:name, :hash, :now)
on conflict (lower(name)) do nothing
returning member_id
