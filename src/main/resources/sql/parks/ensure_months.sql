-- Makes the partitions of the months (first days, UTC) about to be written.   Binds :months date[].
select ensure_snapshot_month(m.month)
from unnest(cast(:months as date[])) as m (month)
