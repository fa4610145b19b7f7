-- Writes down what is wrong with keys; a null reason clears it. A reason that goes on keeps its first time, except that
-- its newest failure counts for the pause before the next try.
-- Binds :keys, :reasons (text[] of one length), :generation (bigint).
insert into view_state as s (cache_key, reason, reason_since, generation)
select k.cache_key, k.reason, case when k.reason is not null then clock_timestamp() end, :generation
from unnest(cast(:keys as text[]), cast(:reasons as text[])) as k (cache_key, reason)
order by k.cache_key
on conflict (cache_key) do update
  set reason = excluded.reason, reason_since = excluded.reason_since, generation = excluded.generation
  where excluded.reason is not null or s.reason is not null
