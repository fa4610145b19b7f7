-- Gives a member a limit of their own.   Binds :member_id bigint, :most int.
insert into proposal_limit (member_id, max_open) values (:member_id, :most)
on conflict (member_id) do update set max_open = excluded.max_open
