-- The runs there are, oldest first.
select log_id from cache_refresh_log order by log_id
