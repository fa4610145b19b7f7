-- Puts a film on a list.   Binds :list, :movie_id.
with known as (insert into movie_list (list_key, name) values (:list, :list) on conflict do nothing)
insert into movie_list_entry (list_key, movie_id) values (:list, :movie_id)
