-- Lets the probe's documents be right again. No binds.
delete from probe_trouble
