-- Forgets every fit and the profile it published.   No binds.
with gone as (delete from profile_fit)
delete from weight_profile where slug = 'fitted'
