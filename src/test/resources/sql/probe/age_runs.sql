-- Lets every run but one have ended so many days earlier.   Binds :days int, :but bigint.
update cache_refresh_log
set refresh_completed_at = refresh_completed_at - make_interval(days => :days)
where log_id <> :but
