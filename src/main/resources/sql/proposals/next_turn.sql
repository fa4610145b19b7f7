-- When time alone will next change what standings say: a round begins or ends.   One row: at, null if never.
-- Bind :now timestamptz.
select min(t.at) as at
from voting_round r cross join lateral (values (r.opens_at), (r.closes_at)) t (at)
where r.closed_at is null and t.at > cast(:now as timestamptz)
