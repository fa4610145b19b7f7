-- Every park as its provider told of it.
select name, timezone, country, operator, is_disney, latitude, longitude, queue_times_id, themeparks_wiki_id from park order by park_id
