-- What scorings noted, newest first: cause, decade, movies.
select cause, decade, movies from movie_change order by version desc, cause, decade
