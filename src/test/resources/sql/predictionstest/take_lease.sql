-- Holds a scope for somebody else: its runs wait, and what runs publishes nothing.   Bind :scope.
insert into refresh_lease as l (scope, holder, fence, expires_at)
values (:scope, 'somebody else', 1, clock_timestamp() + interval '1 hour')
on conflict (scope) do update set holder = excluded.holder, fence = l.fence + 1, expires_at = excluded.expires_at
