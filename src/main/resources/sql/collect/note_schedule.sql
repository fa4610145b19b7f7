-- Notes that a park's opening hours were taken in.   Binds :provider, :park_ref (text), :now (timestamptz).
insert into collection_schedule as s (provider, park_ref, refreshed_at)
values (:provider, :park_ref, :now)
on conflict (provider, park_ref) do update set refreshed_at = excluded.refreshed_at
