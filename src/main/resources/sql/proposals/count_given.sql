-- The votes a member has among the open proposals other than this one.   One row: given.   Binds :id, :member_id bigint.
select count(*) as given
from vote v join proposal p using (proposal_id)
where v.member_id = :member_id and v.proposal_id <> :id and p.status = 'OPEN'
