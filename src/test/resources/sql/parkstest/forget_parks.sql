-- Forgets every park made after another, with all that hangs on it, as one change of the facts.   Binds :park_id bigint.
with gone as (select ride_id, park_id from ride where park_id > :park_id),
snapshots as (delete from ride_status_snapshots s using gone where s.ride_id = gone.ride_id),
hours as (delete from ride_hour h using gone where h.ride_id = gone.ride_id),
changes as (delete from ride_status_change c using gone where c.ride_id = gone.ride_id),
days as (delete from ride_day where park_id > :park_id),
schedules as (delete from park_schedule where park_id > :park_id),
rides as (delete from ride where park_id > :park_id),
parks as (delete from park where park_id > :park_id)
update source_version set version = version + 1, changed_at = clock_timestamp() where source = 'parks'
