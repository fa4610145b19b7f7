-- Adds a member with the password "correct horse battery", or finds the one of that name.   Binds :name, :role, :hash text.
-- Returns member_id.
insert into member (name, password_hash, role, created_at)
values (:name, :hash, :role, clock_timestamp())
on conflict (lower(name)) do update set active = true, role = excluded.role
returning member_id
