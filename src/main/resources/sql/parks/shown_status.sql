-- The status of snapshot c in the four words; an unknown one by whether the ride operates.
coalesce(c.status, case when c.is_open then 'OPERATING' else 'CLOSED' end)
