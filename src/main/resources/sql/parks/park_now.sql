-- Whether a park is open now: what its newest snapshot says. No row: nobody knows.   Needs newest.
select distinct on (n.park_id) n.park_id, n.park_open as park_is_open
from newest n
order by n.park_id, n.recorded_at desc, n.ride_id
