-- A hint to the other nodes to look at once which runs are to end, delivered at commit. No binds.
select pg_notify('marquee_views', 'cancel') is null as announced
