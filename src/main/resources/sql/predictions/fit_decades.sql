-- What weights can be fitted to.   One row per decade with members: decade, candidates, members, baseline (members among the
-- most voted for), and of all of them source_version, target_list, scoring_version.   Order decade.   No binds.
with weights (profile, popular_opinion, awards, cultural, people, financial) as (
  values ('none', 1.0, 1.0, 1.0, 1.0, 1.0)
),
-- include: predictions/picked.sql
,
-- include: predictions/most_voted.sql
select
  c.decade, c.candidates, c.members, coalesce(v.correct, 0) as baseline,
  coalesce((select version from source_version where source = 'films'), 0) as source_version,
  s.target_list, s.scoring_version
from counted c
cross join scoring_state s
left join most_voted v on v.decade = c.decade
where c.members > 0
order by c.decade
