-- The operating days of a park, oldest first.
select distinct operating_day from ride_day where park_id = :park_id order by operating_day
