-- Uptime of the rides f in a group against the comparator, in percentage points; null where a side has too few samples.
-- Bind :trend_samples int.
case when sum(f.samples) >= cast(:trend_samples as integer) and sum(f.previous_samples) >= cast(:trend_samples as integer) then
  sum(f.operating_minutes) * 100.0 / nullif(sum(f.open_minutes), 0)
  - sum(f.previous_operating_minutes) * 100.0 / nullif(sum(f.previous_open_minutes), 0)
end
