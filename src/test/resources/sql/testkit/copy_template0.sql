-- An empty database.
create database {name} template template0 strategy file_copy;
