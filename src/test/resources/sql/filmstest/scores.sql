-- All rollup rows as text, but for when they were computed; equal facts must give equal text.
select
  (select string_agg(cast(to_jsonb(s) - 'computed_at' as text), E'\n' order by movie_id) from movie_score s) as scores,
  (select string_agg(cast(q as text), E'\n' order by person_id) from person_quality q) as qualities,
  (select count(*) from movie_score_dirty) + (select count(*) from person_quality_dirty) as marks
