-- Takes the marks of films and notes which and why. Of films that are gone nobody knows where they were.
-- No binds. Returns nothing.
with taken as (
  delete from movie_score_dirty returning movie_id, cause
),
marked as materialized (
  select distinct t.movie_id, t.cause,
    -- include: predictions/decade.sql
    as decade
  from taken t
  join movie m on m.movie_id = t.movie_id
),
gone as materialized (
  select distinct t.movie_id from taken t left join movie m on m.movie_id = t.movie_id where m.movie_id is null
),
somewhere as (
  insert into scored_decade (decade) select null from gone limit 1
),
-- A film that went while it was being scored.
forgotten as (
  delete from movie_score where movie_id in (select movie_id from gone)
),
noted as (
  insert into scored_change (cause, decade, movies) select cause, decade, count(*) from marked group by cause, decade
)
insert into scored_movie (movie_id) select distinct movie_id from marked
