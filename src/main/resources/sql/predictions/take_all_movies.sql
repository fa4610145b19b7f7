-- Notes all films, and takes the marks, which say nothing more then.   No binds. Returns nothing.
with taken as (
  delete from movie_score_dirty
),
noted as (
  insert into scored_change (cause, decade, movies)
  select 'scoring', decade, count(*)
  from (
    select
      -- include: predictions/decade.sql
      as decade
    from movie m
  ) m
  group by decade
)
insert into scored_movie (movie_id) select movie_id from movie
