-- Takes the parks for the rest of the transaction, so that no two rollups of a park pass each other by.
-- Ordered, so that two transactions take them in one order.   Binds :park_ids bigint[].
select park_id from park where park_id = any (cast(:park_ids as bigint[])) order by park_id for no key update
