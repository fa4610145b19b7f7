-- Which park p a row is about: the columns that every list of parks begins with after its rank.
p.park_id,
p.queue_times_id,
p.name as park_name,
-- include: parks/location.sql
as location,
p.timezone
