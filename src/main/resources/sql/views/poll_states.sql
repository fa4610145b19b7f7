-- States of keys that changed after a generation. Binds :generation (bigint).
select cache_key, paused, pause_reason, paused_by, paused_at, reason, reason_since, generation
from view_state
where generation > :generation
order by generation, cache_key
