-- Every stored fact in words, in an order of its own and without numbers of ours: equal facts must give equal text.
select string_agg(fact, E'\n' order by fact collate "C") as facts
from (
  select concat_ws(' ', 'movie', m.imdb_id, m.tmdb_id, m.title, m.original_title, m.release_date, m.runtime, m.import_status)
  from movie m
  union all
  select concat_ws(' ', 'metric', m.imdb_id, m.tmdb_id, x.source, x.metric_type, x.value)
  from external_metric x join movie m using (movie_id)
  union all
  select concat_ws(' ', 'person', p.person_key, p.name) from person p
  union all
  select concat_ws(' ', 'credit', m.imdb_id, m.tmdb_id, p.person_key, c.credit_type, c.department, c.job, c.cast_order)
  from movie_credit c join movie m using (movie_id) join person p using (person_id)
  union all
  select concat_ws(' ', 'nomination', f.abbreviation, n.year, n.category, m.imdb_id, m.tmdb_id, p.person_key, n.won)
  from festival_nomination n join movie m using (movie_id) join festival f using (festival_id) left join person p using (person_id)
  union all
  select concat_ws(' ', 'list', e.list_key, e.edition, m.imdb_id, m.tmdb_id, e.position)
  from movie_list_entry e join movie m using (movie_id)
) facts (fact)
