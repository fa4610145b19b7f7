-- Every profile.   One row per profile.   Order shipped ones first, then by age.   No binds.
select
  profile_id, name, slug, description, popular_opinion, awards, cultural, people, financial, is_default, is_system, active
from weight_profile
order by is_system desc, profile_id
