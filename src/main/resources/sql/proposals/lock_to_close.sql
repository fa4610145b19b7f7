-- A round, when nobody votes in it any more.   One row or none: begun, closed.   Binds :id bigint, :now timestamptz.
select opens_at <= :now as begun, closed_at is not null as closed
from voting_round
where round_id = :id
for update
