-- A film's title and date.   Binds :imdb_id text.
select title, release_date, release_year_only from movie where imdb_id = cast(:imdb_id as text)
