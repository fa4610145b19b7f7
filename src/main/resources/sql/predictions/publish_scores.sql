-- Says that scores changed, how many of each decade and why; the transaction's last statement.
-- Binds :everything boolean, :now timestamptz. Returns nothing.
with
-- include: predictions/bumped.sql
,
noted as (
  insert into movie_change (version, cause, decade, movies, changed_at)
  select b.version, c.cause, c.decade, sum(c.movies), cast(:now as timestamptz)
  from scored_change c, bumped b
  group by b.version, c.cause, c.decade
)
insert into source_change as c (source, version, periods)
select
  'films', b.version,
  case when not cast(:everything as boolean) and not exists (select from scored_decade where decade is null)
    then array(select distinct decade || 's' from scored_decade) end
from bumped b
on conflict (source, version) do update set periods = excluded.periods
