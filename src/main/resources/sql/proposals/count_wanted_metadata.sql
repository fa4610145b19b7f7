-- How many films an order would take up.   One row.   Binds :limit (integer) and those of metadata_wanted.sql.
select cast(least(count(*), :limit) as integer) as wanted
from movie_metadata w
where
  -- include: proposals/metadata_wanted.sql
