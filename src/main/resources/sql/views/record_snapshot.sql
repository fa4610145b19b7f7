-- Which version of a source a run's snapshot contains. Binds :log_id, :version (bigint), :source (text).
insert into cache_refresh_snapshot (log_id, source, version)
values (:log_id, :source, :version)
on conflict (log_id, source) do update set version = excluded.version
