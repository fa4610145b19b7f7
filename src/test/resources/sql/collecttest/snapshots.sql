-- How many snapshots there are of each instant, how many operating, how many while the park was open.
select recorded_at, count(*), count(*) filter (where is_open), count(*) filter (where park_open), min(interval_minutes)
from ride_status_snapshots group by recorded_at order by recorded_at
