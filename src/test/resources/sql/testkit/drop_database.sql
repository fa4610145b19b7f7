-- A test's database, with whoever still looks at it.
drop database if exists {name} with (force);
