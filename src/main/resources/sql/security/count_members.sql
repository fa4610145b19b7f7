-- How many members have a name that holds a text.   Binds :q text or null.   Returns total (integer), in one row.
select cast(count(*) as integer) as total
from member m
where cast(:q as text) is null or position(lower(cast(:q as text)) in lower(m.name)) > 0
