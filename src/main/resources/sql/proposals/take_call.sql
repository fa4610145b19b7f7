-- Takes one call of a provider's day, unless it is paused or has had them all.   One row: whether it was taken, and the pause.
-- Binds :provider (text), :budget (integer), :day (date, UTC), :now (timestamptz).
with taken as (
  insert into metadata_provider as p (provider, budget_day, used)
  values (:provider, :day, 1)
  on conflict (provider) do update
    set budget_day = excluded.budget_day,
        used = case when p.budget_day = excluded.budget_day then p.used + 1 else 1 end,
        paused_until = null,
        pause_reason = null
  where (p.paused_until is null or p.paused_until <= :now)
    and (p.budget_day is distinct from excluded.budget_day or p.used < :budget)
  returning p.provider
)
select exists (select 1 from taken) as taken, p.paused_until, p.pause_reason
from (select cast(:provider as text) as provider) asked
left join metadata_provider p on p.provider = asked.provider and p.paused_until > :now
