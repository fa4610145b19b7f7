-- How much is known of the films, and how old it is.   One row.   Binds :now (timestamptz).
select
  cast(count(*) as integer) as total,
  cast(count(*) filter (where cached_imdb_data is null) as integer) as no_cache,
  cast(count(*) filter (where fresh_until > :now) as integer) as valid_cache,
  cast(count(*) filter (where fresh_until <= :now) as integer) as stale_cache,
  cast(count(*) filter (where state = 'NOT_FOUND') as integer) as not_found,
  cast(count(*) filter (where state = 'ERROR') as integer) as erroring,
  min(cached_at) as oldest,
  cast(round(cast(count(*) filter (where fresh_until > :now) as numeric) / nullif(count(*), 0), 4) as double precision)
    as hit_rate
from movie_metadata
