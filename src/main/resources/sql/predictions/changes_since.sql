-- What has changed since builds were made.   One row: films scored again since the oldest of them, by cause; and
-- stale_decades (int[]), those with a change newer than their own build, or without one.
-- Binds, arrays of one length, one element per ranking of the profile: :decades int[], :versions bigint[] (null without a
-- build); :oldest bigint, the least version the profile's builds contain.
with since as (
  select cause, decade, movies, version from movie_change where version > cast(:oldest as bigint)
)
select
  coalesce(sum(movies) filter (where cause = 'movie'), 0) as movies,
  coalesce(sum(movies) filter (where cause = 'metric'), 0) as metrics,
  coalesce(sum(movies) filter (where cause = 'festival'), 0) as festivals,
  coalesce(sum(movies) filter (where cause = 'person'), 0) as people,
  coalesce(sum(movies) filter (where cause = 'list'), 0) as lists,
  coalesce(sum(movies) filter (where cause = 'scoring'), 0) as scoring,
  (
    select coalesce(array_agg(b.decade order by b.decade), cast('{}' as int[]))
    from unnest(cast(:decades as int[]), cast(:versions as bigint[])) as b (decade, version)
    where b.version is null
      or exists (
        select from movie_change c
        where c.version > b.version and (c.decade is null and c.cause = 'scoring' or c.decade = b.decade))
  ) as stale_decades
from since
