-- correct of members in percent, 1 decimal; null where there is nothing to find.
round(100.0 * correct / nullif(members, 0), 1)
