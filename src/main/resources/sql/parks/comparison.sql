-- Which operating days are compared with which: one row, column days. Each park is compared over the days of its own
-- zone; told are the earliest first day and the latest last day over all parks of the filter.   Needs parks.
select json_build_object(
  'current', json_build_object('from', min(w.from_day), 'to', max(w.to_day)),
  'previous', json_build_object('from', min(w.previous_from_day), 'to', max(w.from_day - 1))) as days
from parks w
