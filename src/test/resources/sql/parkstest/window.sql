-- The window of one park, with the instants of its first day's start and of the start after its last day.
-- Binds: those of window.sql.
select w.from_day, w.to_day, w.previous_from_day, w.today,
  (w.from_day + cast(cast(:day_starts_at as time) as interval)) at time zone w.timezone as starts_at,
  (w.to_day + 1 + cast(cast(:day_starts_at as time) as interval)) at time zone w.timezone as ends_at
from (
  -- include: parks/window.sql
) w
