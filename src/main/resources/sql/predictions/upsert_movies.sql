-- Adds films or changes what a file says anew of them; what it leaves out stays. Found by imdb_id, else by tmdb_id.
-- One row per line: position, outcome (inserted | updated | unchanged | rejected), reason.   No film twice in one batch.
-- Binds (arrays, one element per line): :imdb_id, :title, :original_title, :original_language, :overview, :poster_path,
-- :import_status text[], :tmdb_id bigint[], :release_date date[], :year_only boolean[], :runtime integer[].
with given as (
  select *
  from unnest(
      cast(:imdb_id as text[]), cast(:tmdb_id as bigint[]), cast(:title as text[]), cast(:original_title as text[]),
      cast(:release_date as date[]), cast(:year_only as boolean[]), cast(:runtime as integer[]),
      cast(:original_language as text[]), cast(:overview as text[]), cast(:poster_path as text[]),
      cast(:import_status as text[]))
    with ordinality as g (imdb_id, tmdb_id, title, original_title, release_date, year_only, runtime, original_language,
      overview, poster_path, import_status, position)
),
judged as materialized (
  select
    g.position,
    film.movie_id,
    case
      when by_imdb.movie_id <> by_tmdb.movie_id then 'its imdb_id and its tmdb_id belong to two films'
      when by_imdb.movie_id is null and by_tmdb.imdb_id <> g.imdb_id then 'its tmdb_id belongs to ' || by_tmdb.imdb_id
      when by_imdb.tmdb_id <> g.tmdb_id then 'its imdb_id belongs to tmdb_id ' || by_imdb.tmdb_id
      when film.movie_id is null and g.title is null then 'title is missing'
    end as reason,
    coalesce(g.imdb_id, f.imdb_id) as imdb_id,
    coalesce(g.tmdb_id, f.tmdb_id) as tmdb_id,
    coalesce(g.title, f.title) as title,
    coalesce(g.original_title, f.original_title) as original_title,
    -- A bare year never replaces a day in it.
    case when keeps_day.answer then f.release_date else g.release_date end as release_date,
    case when keeps_day.answer then f.release_year_only else g.year_only end as release_year_only,
    coalesce(g.runtime, f.runtime) as runtime,
    coalesce(g.original_language, f.original_language) as original_language,
    coalesce(g.overview, f.overview) as overview,
    coalesce(g.poster_path, f.poster_path) as poster_path,
    coalesce(g.import_status, f.import_status, 'full') as import_status
  from given g
  left join lateral (select m.* from movie m where m.imdb_id = g.imdb_id offset 0) by_imdb on true
  left join lateral (select m.* from movie m where m.tmdb_id = g.tmdb_id offset 0) by_tmdb on true
  cross join lateral (select coalesce(by_imdb.movie_id, by_tmdb.movie_id) as movie_id) film
  left join lateral (select m.* from movie m where m.movie_id = film.movie_id offset 0) f on true
  cross join lateral (
    select g.release_date is null and f.movie_id is not null
      or coalesce(g.year_only and date_trunc('year', f.release_date) = g.release_date, false) as answer
  ) keeps_day
),
updated as (
  update movie m
  set imdb_id = j.imdb_id, tmdb_id = j.tmdb_id, title = j.title, original_title = j.original_title,
    release_date = j.release_date, release_year_only = j.release_year_only, runtime = j.runtime,
    original_language = j.original_language, overview = j.overview, poster_path = j.poster_path,
    import_status = j.import_status
  from judged j
  where m.movie_id = j.movie_id and j.reason is null and (
    m.imdb_id, m.tmdb_id, m.title, m.original_title, m.release_date, m.release_year_only, m.runtime, m.original_language,
    m.overview, m.poster_path, m.import_status)
  is distinct from (
    j.imdb_id, j.tmdb_id, j.title, j.original_title, j.release_date, j.release_year_only, j.runtime, j.original_language,
    j.overview, j.poster_path, j.import_status)
  returning m.movie_id
),
inserted as (
  insert into movie (
    imdb_id, tmdb_id, title, original_title, release_date, release_year_only, runtime, original_language, overview,
    poster_path, import_status)
  select
    j.imdb_id, j.tmdb_id, j.title, j.original_title, j.release_date, coalesce(j.release_year_only, false), j.runtime,
    j.original_language, j.overview, j.poster_path, j.import_status
  from judged j
  where j.movie_id is null and j.reason is null
  order by j.position
)
select
  j.position,
  case
    when j.reason is not null then 'rejected'
    when j.movie_id is null then 'inserted'
    when u.movie_id is not null then 'updated'
    else 'unchanged'
  end as outcome,
  j.reason
from judged j
left join updated u on u.movie_id = j.movie_id
order by j.position
