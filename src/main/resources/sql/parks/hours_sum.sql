-- What the hours f of a ride in a group amount to, as columns.
sum(f.samples) as samples,
sum(f.open_minutes) as open_minutes,
sum(f.operating_minutes) as operating_minutes,
sum(f.down_minutes) as down_minutes,
-- include: parks/uptime.sql
as uptime,
-- include: parks/wait.sql
as wait,
max(f.wait_max) as wait_max
