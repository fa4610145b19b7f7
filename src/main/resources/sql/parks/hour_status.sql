-- What an hour or day of a ride was, by its minutes h.operating_minutes, h.down_minutes, h.open_minutes: the longest
-- wins, operating before down before closed; closed when nothing is known.
case
  when h.operating_minutes > 0
    and h.operating_minutes >= greatest(h.down_minutes, h.open_minutes - h.operating_minutes - h.down_minutes) then 'OPERATING'
  when h.down_minutes > 0 and h.down_minutes >= h.open_minutes - h.operating_minutes - h.down_minutes then 'DOWN'
  else 'CLOSED'
end
