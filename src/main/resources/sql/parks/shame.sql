-- Shame of the rides f in a group, 0…10: a ratio of sums; null when nothing was open.
sum(f.weight * f.down_minutes) * 10.0 / nullif(sum(f.weight * f.open_minutes), 0)
