-- What is known of each provider at a moment.   One row per provider that was ever called.   Binds :day (date, UTC), :now (timestamptz).   By name.
select
  provider,
  case when paused_until > :now then paused_until end as paused_until,
  case when paused_until > :now then pause_reason end as pause_reason,
  case when budget_day = :day then used else 0 end as used
from metadata_provider
order by provider
