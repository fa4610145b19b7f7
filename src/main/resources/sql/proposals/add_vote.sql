-- Gives a vote; one that is there stays as it is.   One row if it is new.   Binds :id, :member_id bigint, :now timestamptz.
insert into vote (proposal_id, member_id, voted_at)
values (:id, :member_id, :now)
on conflict do nothing
returning proposal_id
