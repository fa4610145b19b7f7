-- The page of ride r of park p at Queue-Times; null when it has none.   Bind :queue_times_url text.
cast(:queue_times_url as text) || '/parks/' || p.queue_times_id || '/rides/' || r.queue_times_id
