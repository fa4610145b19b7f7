-- Notes the decades of the films noted, as they are scored at this moment: before a scoring where they were, after it where
-- they are.   Binds :everything boolean. Returns nothing.
insert into scored_decade (decade)
select distinct s.decade
from movie_score s join scored_movie m on m.movie_id = s.movie_id
where not cast(:everything as boolean) and s.decade is not null
