-- One picture, and whether its poster is due.   One row, always; bytes null: there is none of this size.
-- Binds :imdb_id, :size (text), :now (timestamptz).
select k.content_type, k.width, k.height, k.etag, k.bytes,
       coalesce(p.used_on < cast(cast(:now as timestamptz) at time zone 'UTC' as date), true) as first_use_today,
       w.imdb_id is not null and (p.imdb_id is null or (
-- include: posters/due.sql
       )) as due
from (select cast(:imdb_id as text) as imdb_id) asked
left join poster p on p.imdb_id = asked.imdb_id
left join poster_picture k on k.imdb_id = p.imdb_id and k.size = :size
left join (
-- include: posters/wanted.sql
) w on w.imdb_id = asked.imdb_id
