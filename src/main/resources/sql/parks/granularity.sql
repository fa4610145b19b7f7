-- What the points of a period are: hours of one day, or days.   Bind :period text.
case when cast(:period as text) in ('today', 'yesterday') then 'hourly' else 'daily' end
