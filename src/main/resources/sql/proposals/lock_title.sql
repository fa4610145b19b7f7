-- Holds up whoever proposes a film of the same title, or of one of the few that share its lock.   One row: title and year, as
-- given or else as the film's metadata say; title null if nobody knows it.   Binds :title, :imdb_id text, :year smallint, each
-- or null.
select
  f.title,
  f.year,
  case when f.title is not null
    then cast(take_named_lock('titles ' || left(md5(lower(f.title)), 2)) as text) end as locked
from (
  select
    coalesce(cast(:title as text), left(m.cached_imdb_data ->> 'title', 255)) as title,
    coalesce(cast(:year as smallint), cast(m.cached_imdb_data ->> 'year' as smallint)) as year
  from (values (cast(:imdb_id as text))) asked (imdb_id)
  left join movie_metadata m using (imdb_id)
) f
