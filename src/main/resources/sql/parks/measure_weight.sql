-- What a point of the rides f in a group weighs: shame's and waits' points, so weighted, give the mean over all.
-- Bind :metric text.
case cast(:metric as text)
  when 'shame_score' then sum(f.weight * f.open_minutes)
  when 'downtime_hours' then sum(f.open_minutes)
  else sum(f.wait_samples)
end
