-- One edit of the facts of a film by :kind, which is 0 to 9. Returns nothing.
-- Binds :kind, :movie, :person, :number integer.
with film as (select movie_id from movie order by imdb_id offset cast(:movie as integer) limit 1),
somebody as (select person_id from person order by person_key offset cast(:person as integer) limit 1),
metric as (
  insert into external_metric as e (movie_id, source, metric_type, value, fetched_at)
  select movie_id, 'imdb', 'rating_average', cast(:number as integer) % 11, timestamptz '2026-01-01 00:00:00Z'
  from film where cast(:kind as integer) = 0
  on conflict on constraint external_metric_unique do update set value = excluded.value
),
no_metric as (
  delete from external_metric e using film f where e.movie_id = f.movie_id and cast(:kind as integer) = 1
),
credit as (
  insert into movie_credit (movie_id, person_id, credit_type)
  select movie_id, person_id, 'cast' from film, somebody where cast(:kind as integer) = 2
  on conflict do nothing
),
no_credit as (
  delete from movie_credit c using film f where c.movie_id = f.movie_id and cast(:kind as integer) = 3
),
moved_credit as (
  update movie_credit c set person_id = s.person_id
  from somebody s, film f
  where c.movie_id = f.movie_id and cast(:kind as integer) = 4
    and not exists (select 1 from movie_credit o where o.movie_id = c.movie_id and o.person_id = s.person_id)
    and c.person_id = (select min(person_id) from movie_credit x where x.movie_id = c.movie_id)
),
nomination as (
  insert into festival_nomination as n (festival_id, year, category, movie_id, person_id, won)
  select fe.festival_id, 2000, 'any', f.movie_id, s.person_id, cast(:number as integer) % 2 = 0
  from film f
  cross join (select min(festival_id) as festival_id from festival) fe
  left join somebody s on cast(:number as integer) % 3 = 0
  where cast(:kind as integer) = 5
  on conflict on constraint festival_nomination_unique do update set won = excluded.won
),
no_nomination as (
  delete from festival_nomination n using film f where n.movie_id = f.movie_id and cast(:kind as integer) = 6
),
entry as (
  insert into movie_list_entry (list_key, movie_id)
  select l.list_key, f.movie_id
  from film f, (select list_key from movie_list order by list_key offset cast(:number as integer) % 3 limit 1) l
  where cast(:kind as integer) = 7
  on conflict do nothing
),
no_entry as (
  delete from movie_list_entry e using film f where e.movie_id = f.movie_id and cast(:kind as integer) = 8
)
update movie m
set release_date = make_date(1900 + cast(:number as integer), 1, 1),
  import_status = case when cast(:number as integer) % 4 = 0 then 'soft' else 'full' end
from film f
where m.movie_id = f.movie_id and cast(:kind as integer) = 9
