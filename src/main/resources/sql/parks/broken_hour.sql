-- The hour in which yesterday's comparison ends, as touched.sql gives ranges: none where it ends with an hour.
-- Needs yesterday_ends.
select w.park_id, h.starts_at as from_at, h.starts_at + interval '1 hour' as to_at
from yesterday_ends w
cross join lateral (select date_trunc('hour', w.until_at, w.timezone) as starts_at) h
where h.starts_at < w.until_at
