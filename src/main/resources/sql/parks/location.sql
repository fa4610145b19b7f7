-- Where park p is, "City, ST"; null when nobody said.
nullif(concat_ws(', ', p.city, coalesce(p.state_province, p.country)), '')
