-- Makes the probe's documents of a period go wrong in one way. Binds :period, :kind (text).
insert into probe_trouble (period, kind) values (:period, :kind)
