-- What is known of the parks of a window, as CTEs: newest, park_now, ride_now, …, ride_days, ride_facts.
-- Needs comparator (wanted), parks (rows of window.sql).
-- Binds :now timestamptz, :period text, :day_starts_at time, :live_window, :eligible_within text (ISO-8601).
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
