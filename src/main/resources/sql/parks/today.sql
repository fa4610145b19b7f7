-- The present operating day where each park is: one row per active park of the filter, with today, sunday (the newest
-- Sunday up to it) and month (its first day).   Binds :now timestamptz, :filter text, :day_starts_at time.
select d.*, d.today - cast(extract(dow from d.today) as integer) as sunday, cast(date_trunc('month', d.today) as date) as month
from (
  select p.park_id, p.timezone, p.down_rule,
    -- include: parks/operating_day.sql
    as today
  from park p
  cross join (select cast(:now as timestamptz) as cycle_start) c
  where p.is_active and (cast(:filter as text) is distinct from 'disney-universal' or p.is_disney or p.is_universal)
) d
