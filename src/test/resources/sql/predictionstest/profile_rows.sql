-- Every profile as text.   No binds.
select string_agg(cast(p as text), ' ' order by profile_id) as rows from weight_profile p
