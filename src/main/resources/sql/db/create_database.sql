-- The database of the embedded server.   Run once, in single-user mode, before the cluster's first start.

create database marquee;
