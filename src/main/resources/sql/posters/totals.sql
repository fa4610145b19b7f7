-- How many posters there are, and how large their pictures are together.   One row: count, bytes.
select count(distinct imdb_id) as count, coalesce(sum(octet_length(bytes)), 0) as bytes from poster_picture
