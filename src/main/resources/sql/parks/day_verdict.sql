-- The verdict on hour h of a ride-day that operated from h.day_first to h.day_last (cycle starts, null: never):
-- two columns, verdict_down and verdict_trailing, minutes.
h.stated_down_minutes + case
  when h.first_operating_at is null then
    case when h.day_first < h.hour_start and h.day_last > h.hour_start then h.closed_before_minutes else 0 end
  else
    h.closed_between_minutes
    + case when h.day_first < h.first_operating_at then h.closed_before_minutes else 0 end
    + case when h.day_last > h.last_operating_at then h.closed_after_minutes else 0 end
end as verdict_down,
case
  when h.first_operating_at is null then
    case when h.day_last < h.hour_start then h.closed_before_minutes else 0 end
  else
    case when h.day_last = h.last_operating_at then h.closed_after_minutes else 0 end
end as verdict_trailing
