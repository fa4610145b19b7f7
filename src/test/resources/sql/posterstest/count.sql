-- How many posters anything is known of.
select count(*) as posters from poster
