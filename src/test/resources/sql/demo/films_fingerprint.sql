-- Every film, what is said of it and its score, ids left out, as one digest; how many films, list entries and unscored
-- marks there are, and the films' version (0 before the first change).
select
  (select count(*) from movie) as films,
  (select count(*) from movie_list_entry) as entries,
  (select count(*) from movie_score_dirty) as marks,
  coalesce((select version from source_version where source = 'films'), 0) as version,
  md5(
    (select string_agg(concat_ws('|', m.imdb_id, m.tmdb_id, m.title, m.release_date, m.import_status), ';' order by m.imdb_id) from movie m)
    || (select string_agg(concat_ws('|', m.imdb_id, e.source, e.metric_type, e.value), ';' order by m.imdb_id, e.source, e.metric_type)
        from external_metric e join movie m on m.movie_id = e.movie_id)
    || (select string_agg(concat_ws('|', m.imdb_id, p.person_key, p.name, c.job, c.cast_order), ';' order by m.imdb_id, p.person_key)
        from movie_credit c join movie m on m.movie_id = c.movie_id join person p on p.person_id = c.person_id)
    || (select string_agg(concat_ws('|', m.imdb_id, f.abbreviation, n.year, n.category, n.won), ';'
          order by m.imdb_id, f.abbreviation, n.year, n.category)
        from festival_nomination n join movie m on m.movie_id = n.movie_id join festival f on f.festival_id = n.festival_id)
    || (select string_agg(concat_ws('|', m.imdb_id, l.list_key, l.position), ';' order by m.imdb_id, l.list_key)
        from movie_list_entry l join movie m on m.movie_id = l.movie_id)
    || (select string_agg(
          concat_ws('|', m.imdb_id, s.popular_opinion, s.industry_recognition, s.cultural_impact, s.people_quality, s.financial_success), ';'
          order by m.imdb_id)
        from movie_score s join movie m on m.movie_id = s.movie_id)
  ) as digest
