-- Lets a member have one open proposal.   Binds :member_id bigint.
insert into proposal_limit (member_id, max_open)
values (:member_id, 1)
