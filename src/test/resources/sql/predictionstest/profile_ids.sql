-- Every profile's id.   No binds.
select slug, profile_id from weight_profile order by slug
