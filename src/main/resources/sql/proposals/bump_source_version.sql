-- Says that proposals changed; the transaction's last statement, because it holds other writers up.
-- Bind :now timestamptz.   Returns nothing.
insert into source_version as v (source, version, as_of, changed_at)
values ('proposals', 1, :now, clock_timestamp())
on conflict (source) do update
set version = v.version + 1, as_of = greatest(v.as_of, excluded.as_of), changed_at = clock_timestamp()
