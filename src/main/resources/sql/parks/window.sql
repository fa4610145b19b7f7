-- The days asked for, in each park's own zone: one row per active park of the filter, with today, from_day … to_day,
-- and previous_from_day, as days_of_period.sql tells.
-- Binds :now timestamptz, :period, :filter text, :day_starts_at time.
select
  t.*,
  -- include: parks/days_of_period.sql
from (
  -- include: parks/today.sql
) t
cross join (select cast(:period as text) as period) asked
