-- Says that films were scored again.   Binds :cause, :decade smallint, :movies int.
with bumped as (
  insert into source_version as v (source, version) values ('films', 1)
  on conflict (source) do update set version = v.version + 1, changed_at = clock_timestamp()
  returning version
)
insert into movie_change (version, cause, decade, movies, changed_at)
select version, :cause, :decade, :movies, clock_timestamp() from bumped
