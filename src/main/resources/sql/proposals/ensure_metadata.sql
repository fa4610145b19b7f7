-- Makes a row for each live proposal's film that has none.   Binds :now (timestamptz).
insert into movie_metadata (imdb_id, next_attempt_at, created_at)
select distinct p.imdb_id, cast(:now as timestamptz), cast(:now as timestamptz)
from proposal p
where p.imdb_id is not null and p.status in ('OPEN', 'SELECTED')
on conflict (imdb_id) do nothing
