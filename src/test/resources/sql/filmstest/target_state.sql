-- Whether a film is on the target list, its culture, and which list that is.   Bind :imdb_id text.
select concat_ws(' ', cast(s.on_target as text), cast(s.cultural_impact as text), t.target_list) as state
from movie_score s join movie m on m.movie_id = s.movie_id cross join scoring_state t
where m.imdb_id = cast(:imdb_id as text)
