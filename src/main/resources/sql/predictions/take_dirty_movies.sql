-- Takes the marks of films and notes which and why; of films that are gone, that there are such.   No binds. Returns nothing.
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
noted as (
  insert into scored_change (cause, decade, movies) select cause, decade, count(*) from marked group by cause, decade
  union all
  select 'movie', null, 0
  where exists (select from taken t where not exists (select from movie m where m.movie_id = t.movie_id))
)
insert into scored_movie (movie_id) select distinct movie_id from marked
