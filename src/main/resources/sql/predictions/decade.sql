-- The decade of a film m as its first year; null while undated.
cast(floor(extract(year from m.release_date) / 10) * 10 as smallint)
