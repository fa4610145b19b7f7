-- Notes that a member logged in from an address.   Binds :member_id bigint, :address text, :until timestamptz.   Returns nothing.
insert into login_place as held (member_id, address, known_until)
values (:member_id, :address, :until)
on conflict (member_id, address) do update set known_until = excluded.known_until
