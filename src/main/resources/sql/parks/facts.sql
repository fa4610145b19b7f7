-- Everything a ranking of a period rests on, as CTEs: parks, newest, park_now, ride_now, …, ride_days, ride_facts.
-- Needs comparator (wanted): whether anything is compared with the window before.
-- Binds :now timestamptz, :period, :filter text, :day_starts_at time, :live_window, :eligible_within text (ISO-8601).
parks as materialized (
  -- include: parks/window.sql
),
newest as materialized (
  -- include: parks/newest.sql
),
park_now as materialized (
  -- include: parks/park_now.sql
),
ride_now as materialized (
  -- include: parks/ride_now.sql
),
yesterday_ends as materialized (
  -- include: parks/yesterday_ends.sql
),
touched as (
  -- include: parks/broken_hour.sql
),
stored as (
  -- include: parks/stored.sql
),
counted as (
  -- include: parks/counted.sql
),
yesterday_so_far as (
  -- include: parks/yesterday_so_far.sql
),
ride_days as (
  -- include: parks/ride_days.sql
),
slices as (
  -- include: parks/slices.sql
),
ride_facts as materialized (
  -- include: parks/ride_facts.sql
)
