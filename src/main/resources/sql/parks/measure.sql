-- The number that :metric names, of the rides f in a group, not rounded; null when nothing was open, or nobody waited.
-- Bind :metric text: shame_score, downtime_hours or avg_wait_time, as the rankings call it.
case cast(:metric as text)
  when 'shame_score' then
    -- include: parks/shame.sql
  when 'downtime_hours' then case when sum(f.open_minutes) > 0 then sum(f.down_minutes) / 60.0 end
  else
    -- include: parks/wait.sql
end
