-- Uptime of the rides f in a group, percent of their park-open minutes; null without any.
sum(f.operating_minutes) * 100.0 / nullif(sum(f.open_minutes), 0)
