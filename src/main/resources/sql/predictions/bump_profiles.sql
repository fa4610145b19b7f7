-- Says that a profile changed; the transaction's last statement.   No binds.
insert into source_version as v (source, version, changed_at)
values ('profiles', 1, clock_timestamp())
on conflict (source) do update set version = v.version + 1, changed_at = clock_timestamp()
