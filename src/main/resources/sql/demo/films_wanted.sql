-- Whether the demo films are to be loaded: one row, wanted. No list has films, and there is no film but the demo's.
-- Binds :demo_film text, a pattern of their imdb_id.
select not exists (select from movie_list_entry)
  and not exists (select from movie where imdb_id is null or imdb_id not like :demo_film) as wanted
