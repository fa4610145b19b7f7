-- Average wait of the rides f in a group, minutes; null when nobody waited.
sum(f.wait_sum) * 1.0 / nullif(sum(f.wait_samples), 0)
