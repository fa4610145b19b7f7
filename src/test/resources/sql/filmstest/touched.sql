-- What the changes of the films since a version say they touched: one text per version, null for anything.
-- Order version.   Bind :since bigint.
select case when periods is not null then array_to_string(array(select unnest(periods) order by 1), ' ') end as periods
from source_change
where source = 'films' and version > cast(:since as bigint)
order by version
