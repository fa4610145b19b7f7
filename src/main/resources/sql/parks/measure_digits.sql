-- Decimal places of the number that :metric names, as the rankings show it.   Bind :metric text.
case cast(:metric as text) when 'downtime_hours' then 2 else 1 end
