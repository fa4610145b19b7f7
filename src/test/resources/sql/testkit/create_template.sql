-- The database that every test's is copied from.
create database {name};
