-- Every fit, oldest first: published, figures (text).   No binds.
select published, cast(figures as text) as figures from profile_fit order by fit_id
