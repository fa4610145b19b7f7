-- Gives a member a limit of their own.   Binds :member_id bigint, :max_open integer.   Returns nothing.
insert into proposal_limit (member_id, max_open)
values (:member_id, :max_open)
on conflict (member_id) do update set max_open = excluded.max_open
