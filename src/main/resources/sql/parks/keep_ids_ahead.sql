-- Moves the sequences past every id a file gave, so that generated ids never meet given ones.
select
  (select setval(pg_get_serial_sequence('park', 'park_id'), m.id) from (select max(park_id) as id from park) m
   where m.id > (select last_value from park_park_id_seq)),
  (select setval(pg_get_serial_sequence('ride', 'ride_id'), m.id) from (select max(ride_id) as id from ride) m
   where m.id > (select last_value from ride_ride_id_seq))
