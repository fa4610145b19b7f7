-- Says that the parks' facts changed; the transaction's last statement, because it holds other writers up.
-- Binds :as_of timestamptz, the newest recorded_at written, or null.
insert into source_version as v (source, version, as_of, changed_at)
values ('parks', 1, cast(:as_of as timestamptz), clock_timestamp())
on conflict (source) do update
set version = v.version + 1, as_of = greatest(v.as_of, excluded.as_of), changed_at = clock_timestamp()
