-- Writes the demo parks' opening hours; those of a day that has some stay. They come before the snapshots of
-- their days, so no rollup has to be made again.
-- Binds (arrays, one element per park and day): :park_keys text[], :days date[], :opens, :closes timestamptz[].
insert into park_schedule (park_id, date, type, opening_time, closing_time)
select p.park_id, d.day, 'OPERATING', d.opens, d.closes
from unnest(
    cast(:park_keys as text[]), cast(:days as date[]), cast(:opens as timestamptz[]), cast(:closes as timestamptz[]))
  as d (park_key, day, opens, closes)
join park p on p.source_key = d.park_key
on conflict do nothing
