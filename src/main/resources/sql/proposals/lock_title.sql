-- Holds up whoever proposes a film of the same title.   One row: title and year, as given or else as the film's metadata
-- say; title null if nobody knows it.   Binds :title, :imdb_id text, :year smallint, each or null.
select
  f.title,
  f.year,
  cast(pg_advisory_xact_lock(hashtextextended('proposal ' || lower(f.title), 0)) as text) as locked
from (
  select
    coalesce(cast(:title as text), left(m.cached_imdb_data ->> 'title', 255)) as title,
    coalesce(cast(:year as smallint), cast(m.cached_imdb_data ->> 'year' as smallint)) as year
  from (values (cast(:imdb_id as text))) asked (imdb_id)
  left join movie_metadata m using (imdb_id)
) f
