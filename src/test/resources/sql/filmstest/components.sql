-- Everything of the rollups that must not know the target list, as text.
select
  (select string_agg(cast(to_jsonb(s) - 'computed_at' - 'on_target' as text), E'\n' order by movie_id) from movie_score s)
  || coalesce((select string_agg(cast(q as text), E'\n' order by person_id) from person_quality q), '')
  || coalesce((select string_agg(cast(b as text), E'\n' order by movie_id) from movie_score_before b), '') as scores
