-- How many rides there are, of how many lands and categories.
select count(*), count(distinct land_area), count(queue_times_id), count(themeparks_wiki_id) from ride
