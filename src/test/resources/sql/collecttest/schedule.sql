-- How many days and types of opening hours there are.
select count(*), count(distinct date) from park_schedule
