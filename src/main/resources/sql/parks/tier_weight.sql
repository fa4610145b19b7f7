-- What an hour of ride r weighs in its park's shame.
case r.tier when 1 then 3 when 3 then 1 else 2 end
