-- The profiles in words, by slug.
select concat_ws(' ', slug, popular_opinion, awards, cultural, people, financial, case when is_default then 'default' end) as profile
from weight_profile
order by slug
