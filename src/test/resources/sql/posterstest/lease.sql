-- Leases a poster to nobody alive, for :seconds from now.   Binds :imdb_id (text), :seconds (double).
update poster set lease_owner = 'gone', lease_until = clock_timestamp() + make_interval(secs => :seconds)
where imdb_id = :imdb_id
