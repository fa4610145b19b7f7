-- Lets nobody ask a provider for a while, unless it is paused for longer already.   Binds :provider, :reason (text), :until (timestamptz).
insert into metadata_provider as p (provider, paused_until, pause_reason)
values (:provider, :until, :reason)
on conflict (provider) do update
  set paused_until = excluded.paused_until, pause_reason = excluded.pause_reason
where p.paused_until is null or p.paused_until < excluded.paused_until
