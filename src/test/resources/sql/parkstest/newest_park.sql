-- The greatest id of any park, 0 without one.
select coalesce(max(park_id), 0) as park_id from park
