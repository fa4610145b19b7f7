-- CTEs ending in inputs: one row per film of scored_movie, with everything a component is made of.
-- Binds :target_list text.
measured as (
  select
    x.movie_id,
    max(x.value) filter (where x.source = 'tmdb' and x.metric_type = 'rating_average') as tmdb_rating,
    max(x.value) filter (where x.source = 'imdb' and x.metric_type = 'rating_average') as imdb_rating,
    max(x.value) filter (where x.source = 'metacritic' and x.metric_type = 'metascore') as metascore,
    max(x.value) filter (where x.source = 'rotten_tomatoes' and x.metric_type = 'tomatometer') as tomatometer,
    max(x.value) filter (where x.source = 'tmdb' and x.metric_type = 'popularity_score') as popularity,
    max(x.value) filter (where x.source = 'tmdb' and x.metric_type = 'budget') as budget,
    max(x.value) filter (where x.source = 'tmdb' and x.metric_type = 'revenue_worldwide') as revenue,
    max(x.value) filter (where x.source = 'tmdb' and x.metric_type = 'rating_votes') as tmdb_votes,
    max(x.value) filter (where x.source = 'imdb' and x.metric_type = 'rating_votes') as imdb_votes
  from external_metric x
  join scored_movie s on s.movie_id = x.movie_id
  group by x.movie_id
),
awarded as (
  select n.movie_id, count(*) filter (where n.won) as wins, count(*) as nominations
  from festival_nomination n
  join scored_movie s on s.movie_id = n.movie_id
  group by n.movie_id
),
listed as (
  select
    e.movie_id,
    count(distinct e.list_key) filter (where
      -- include: predictions/other_lists.sql
    ) as other_lists,
    bool_or(e.list_key = cast(:target_list as text)) as on_target
  from movie_list_entry e
  join scored_movie s on s.movie_id = e.movie_id
  group by e.movie_id
),
made_by as (
  select c.movie_id, count(*) as people, avg(q.quality) as average_quality
  from (
    select distinct c.movie_id, c.person_id from movie_credit c join scored_movie s on s.movie_id = c.movie_id
  ) c
  join person_quality q on q.person_id = c.person_id
  group by c.movie_id
),
inputs as (
  select
    m.movie_id,
    -- include: predictions/decade.sql
    as decade,
    m.release_date is not null and m.import_status = 'full' as eligible,
    coalesce(l.on_target, false) as on_target,
    num_nonnulls(x.tmdb_rating, x.imdb_rating, x.metascore, x.tomatometer) as rating_sources,
    x.tmdb_rating, x.imdb_rating, x.metascore, x.tomatometer, x.popularity, x.budget, x.revenue, x.tmdb_votes, x.imdb_votes,
    coalesce(a.wins, 0) as wins,
    coalesce(a.nominations, 0) as nominations,
    coalesce(l.other_lists, 0) as other_lists,
    coalesce(p.people, 0) as people,
    p.average_quality
  from scored_movie s
  join movie m on m.movie_id = s.movie_id
  left join measured x on x.movie_id = s.movie_id
  left join awarded a on a.movie_id = s.movie_id
  left join listed l on l.movie_id = s.movie_id
  left join made_by p on p.movie_id = s.movie_id
)
