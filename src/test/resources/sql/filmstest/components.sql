-- Everything of the rollup that must not know the target list, as text.
select string_agg(cast(to_jsonb(s) - 'computed_at' - 'on_target' as text), E'\n' order by movie_id) as scores
from movie_score s
