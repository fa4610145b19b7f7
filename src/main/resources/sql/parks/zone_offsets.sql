-- How far from UTC the time zones of the active parks are in January and in July of the coming year, to the database's mind.
-- One row per zone: timezone, winter, summer (whole seconds).   Binds :winter, :summer (timestamptz).
select
  z.timezone,
  cast(extract(epoch from (cast(:winter as timestamptz) at time zone z.timezone)
    - (cast(:winter as timestamptz) at time zone 'UTC')) as integer) as winter,
  cast(extract(epoch from (cast(:summer as timestamptz) at time zone z.timezone)
    - (cast(:summer as timestamptz) at time zone 'UTC')) as integer) as summer
from (select distinct p.timezone from park p where p.is_active) z
order by z.timezone
