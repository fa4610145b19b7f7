-- Says that scores changed, how many of each decade and why; the transaction's last statement.
-- Binds :now timestamptz. Returns nothing.
with
-- include: predictions/bumped.sql
,
noted as (
  insert into movie_change (version, cause, decade, movies, changed_at)
  select b.version, c.cause, c.decade, sum(c.movies), cast(:now as timestamptz)
  from scored_change c, bumped b
  group by b.version, c.cause, c.decade
)
insert into source_change as c (source, version, parts)
select
  'films', b.version,
  case
    -- Whoever left a film that is gone has no decade any more.
    when not exists (select from scored_change where cause = 'scoring' or decade is null and movies = 0)
    then array(select distinct decade || 's' from scored_change where decade is not null)
  end
from bumped b
on conflict (source, version) do update set facts_from = null, parts = excluded.parts
