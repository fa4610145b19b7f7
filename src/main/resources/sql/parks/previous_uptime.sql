-- Uptime of the rides f in a group in the comparator, percent of their park-open minutes; null without any.
sum(f.previous_operating_minutes) * 100.0 / nullif(sum(f.previous_open_minutes), 0)
