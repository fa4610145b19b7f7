-- Uptime of the rides f in a group against the comparator, in percentage points; null where a side has too few samples.
-- Bind :trend_samples int.
case when sum(f.samples) >= cast(:trend_samples as integer) and sum(f.previous_samples) >= cast(:trend_samples as integer) then
  -- include: parks/uptime.sql
  -
  -- include: parks/previous_uptime.sql
end
