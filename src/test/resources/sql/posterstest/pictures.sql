-- The pictures of one poster, smallest first.   Binds :imdb_id.
select size, content_type, width, height, etag, octet_length(bytes) as bytes
from poster_picture where imdb_id = :imdb_id order by width, size desc
