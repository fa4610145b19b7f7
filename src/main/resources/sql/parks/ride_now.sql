-- The present state of each attraction: one of the five words of the status summary.   Needs newest, park_now.
select
  c.*, o.park_is_open,
  case when o.park_is_open then
    -- include: parks/shown_status.sql
    else 'PARK_CLOSED'
  end as current_status,
  c.is_open and o.park_is_open as current_is_open
from newest c
join park_now o on o.park_id = c.park_id
