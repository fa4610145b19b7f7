-- A film's metrics in words.   Binds :imdb_id text.
select string_agg(concat_ws(' ', source, metric_type, cast(value as numeric)), ', ' order by source, metric_type) as metrics
from external_metric join movie using (movie_id)
where imdb_id = cast(:imdb_id as text)
