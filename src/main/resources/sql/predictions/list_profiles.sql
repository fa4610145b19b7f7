-- Every profile.   One row per profile; fit, a JSON object in text, is what its fit came to, null for weights nobody fitted.
-- Order shipped ones first, then by age.   No binds.
select
  profile_id, name, slug, description, popular_opinion, awards, cultural, people, financial, is_default, is_system, active,
  case when slug = 'fitted' and is_system
    then (select cast(figures as text) from profile_fit where published order by fit_id desc limit 1) end as fit
from weight_profile
order by is_system desc, profile_id
