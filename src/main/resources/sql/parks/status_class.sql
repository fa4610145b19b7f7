-- What snapshot c of a park with c.down_rule says of its ride, park open or not:
-- operating | down (stated) | refurbishment | closed (planned) | candidate (closed, perhaps an outage).
case
  when c.is_open then 'operating'
  when c.status = 'DOWN' then 'down'
  when c.status = 'REFURBISHMENT' then 'refurbishment'
  when not c.status_stated or c.down_rule = 'DOWN_AND_CLOSED' then 'candidate'
  else 'closed'
end
