-- A hint to the other nodes, delivered at commit; their polling does not rely on it. Binds :generation (bigint).
select pg_notify('marquee_views', cast(cast(:generation as bigint) as text)) is null as announced
