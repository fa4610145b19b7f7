-- The rollup by the ids of films and people, without numbers of ours and times: equal facts must give equal text.
select
  (select string_agg(m.imdb_id || ' ' || cast(to_jsonb(s) - 'computed_at' - 'movie_id' as text), E'\n' order by m.imdb_id)
    from movie_score s join movie m using (movie_id)) as scores,
  (select string_agg(concat_ws(' ', p.person_key, q.raw, q.quality), E'\n' order by p.person_key)
    from person_quality q join person p using (person_id)) as qualities
