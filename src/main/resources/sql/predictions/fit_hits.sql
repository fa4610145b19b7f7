-- How many members weights find, by the scoring itself.   One row per weights and decade with members: profile (what the caller
-- calls the weights), decade, correct.   Order profile, decade.   Bind: that of all_weights.sql.
with
-- include: predictions/all_weights.sql
,
-- include: predictions/picked.sql
select profile, decade, correct from judged where members > 0 order by profile, decade
