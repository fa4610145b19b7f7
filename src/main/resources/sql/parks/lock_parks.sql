-- Takes the parks of these rides for the rest of the transaction, before anything is written to them, so that no two
-- rollups of a park pass each other by and no two ingests of it wait for each other.
-- Ordered, so that two transactions take them in one order.   Binds :ride_ids bigint[].
select park_id
from park
where park_id in (select r.park_id from ride r where r.ride_id = any (cast(:ride_ids as bigint[])))
order by park_id
for no key update
