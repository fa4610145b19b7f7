-- Everything a ranking of a period rests on, as CTEs: parks, newest, park_now, ride_now, …, ride_facts.
-- Needs comparator (wanted): whether anything is compared with the window before.
-- Binds :now timestamptz, :period, :filter text, :day_starts_at time, :live_window, :eligible_within text (ISO-8601).
parks as materialized (
  -- include: parks/window.sql
),
-- include: parks/facts_of_parks.sql
