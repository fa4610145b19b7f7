-- The keys a run could not publish. Binds :log_id (bigint), :keys, :reasons, :messages (text[], of one length).
insert into cache_refresh_failure (log_id, cache_key, reason, message)
select :log_id, f.cache_key, f.reason, f.message
from unnest(cast(:keys as text[]), cast(:reasons as text[]), cast(:messages as text[])) as f (cache_key, reason, message)
on conflict (log_id, cache_key) do nothing
