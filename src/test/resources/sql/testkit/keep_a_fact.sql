-- A fact to be found again.
create table kept as select 1 as fact
