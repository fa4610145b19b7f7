-- Puts a film on the target list, or takes it off if it is on it. Returns nothing.   Binds :movie integer.
with film as (select movie_id from movie order by imdb_id offset cast(:movie as integer) limit 1),
listed as (insert into movie_list (list_key, name) values ('1001_movies', '1001') on conflict do nothing),
removed as (
  delete from movie_list_entry e using film f where e.movie_id = f.movie_id and e.list_key = '1001_movies' returning e.movie_id
)
insert into movie_list_entry (list_key, movie_id)
select '1001_movies', f.movie_id from film f where f.movie_id not in (select movie_id from removed)
on conflict do nothing
