-- Forgets the imported films of the tests, and what was made of them.   Binds none.
with metadata as (delete from movie_metadata where imdb_id like 'tt88%'),
  proposals as (delete from proposal where imdb_id like 'tt88%')
delete from movie where imdb_id like 'tt88%'
