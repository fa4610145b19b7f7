-- A film's nominations, and whom they name.   Binds :imdb_id text.
select count(*) as nominations, count(*) filter (where n.won) as wins, string_agg(p.name, ', ') as people
from festival_nomination n
join movie m using (movie_id)
left join person p using (person_id)
where m.imdb_id = cast(:imdb_id as text)
