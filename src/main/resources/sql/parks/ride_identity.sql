-- Which ride r of park p a row is about: the columns that every list of rides begins with after its rank.
r.ride_id,
r.name as ride_name,
p.park_id,
p.name as park_name,
-- include: parks/location.sql
as location,
r.tier
