-- Notes the people whose quality may have changed: those of the films noted, and those marked, whose marks it takes.
-- When everything is scored, also whoever has a quality.   Binds :everything boolean. Returns nothing.
with taken as (
  delete from person_quality_dirty returning person_id
)
insert into scored_person (person_id)
select c.person_id from movie_credit c join scored_movie s on s.movie_id = c.movie_id
union
select p.person_id from taken t join person p on p.person_id = t.person_id
union
select n.person_id from festival_nomination n where cast(:everything as boolean) and n.person_id is not null
union
select q.person_id from person_quality q where cast(:everything as boolean)
