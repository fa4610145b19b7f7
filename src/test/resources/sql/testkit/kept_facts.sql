-- How many facts were kept.
select count(*) as facts from kept
