-- Every active profile's hindsight, side by side.   One row, column document (text, a JSON object): data (one row per profile,
-- best first), winners (one per decade with members), best_overall, most_consistent, era_strengths, algorithm_info,
-- empty_reason.   Order pooled accuracy desc nulls last, then profile; whoever ties shares a title.
-- Bind: that of all_weights.sql.
with
-- include: predictions/all_weights.sql
,
-- include: predictions/picked.sql
,
figures as (
  select
    j.profile, j.decade, j.members, j.correct,
    100.0 * j.correct / nullif(j.members, 0) as accuracy,
    -- include: predictions/percentage.sql
    as accuracy_percentage
  from judged j
),
era (era, first_decade, last_decade, place) as (
  values ('classic', 1920, 1960, 1), ('golden_age', 1950, 1970, 2), ('modern', 1990, 2020, 3)
),
by_profile as (
  select
    profile,
    json_agg(json_build_object(
      'decade', decade, 'total_on_list', members, 'correctly_predicted', correct,
      'accuracy_percentage', accuracy_percentage) order by decade) as decades,
    round(100.0 * sum(correct) / nullif(sum(members), 0), 1) as pooled_accuracy_percentage,
    round(avg(accuracy), 1) as mean_of_decades_accuracy_percentage,
    round(stddev_pop(accuracy), 1) as standard_deviation
  from figures
  group by profile
),
ranked as (
  select row_number() over (order by pooled_accuracy_percentage desc nulls last, profile) as rank, by_profile.*
  from by_profile
),
best_of_decade as (
  select decade, accuracy_percentage, json_agg(profile order by profile) as profiles
  from (select f.*, rank() over (partition by decade order by accuracy_percentage desc) as place from figures f where members > 0) f
  where place = 1
  group by decade, accuracy_percentage
),
of_era as (
  select
    e.era, e.first_decade, e.last_decade, e.place, f.profile,
    round(avg(f.accuracy), 1) as mean_of_decades_accuracy_percentage
  from era e join figures f on f.decade between e.first_decade and e.last_decade and f.members > 0
  group by e.era, e.first_decade, e.last_decade, e.place, f.profile
),
best_of_era as (
  select
    place, era, first_decade, last_decade, mean_of_decades_accuracy_percentage,
    json_agg(profile order by profile) as profiles
  from (
    select o.*, rank() over (partition by era order by mean_of_decades_accuracy_percentage desc) as standing from of_era o
  ) o
  where standing = 1
  group by place, era, first_decade, last_decade, mean_of_decades_accuracy_percentage
),
document as (
  select
    coalesce((select json_agg(row_to_json(r) order by r.rank) from ranked r), cast('[]' as json)) as data,
    coalesce((
      select json_agg(json_build_object(
        'decade', b.decade, 'profiles', b.profiles, 'accuracy_percentage', b.accuracy_percentage) order by b.decade)
      from best_of_decade b), cast('[]' as json)) as winners,
    (
      select json_build_object('profiles', json_agg(profile order by profile), 'pooled_accuracy_percentage', pooled_accuracy_percentage)
      from ranked
      where pooled_accuracy_percentage = (select max(pooled_accuracy_percentage) from ranked)
      group by pooled_accuracy_percentage
    ) as best_overall,
    (
      select json_build_object('profiles', json_agg(profile order by profile), 'standard_deviation', standard_deviation)
      from ranked
      where standard_deviation = (select min(standard_deviation) from ranked)
      group by standard_deviation
    ) as most_consistent,
    coalesce((
      select json_agg(json_build_object(
        'era', b.era, 'first_decade', b.first_decade, 'last_decade', b.last_decade, 'profiles', b.profiles,
        'mean_of_decades_accuracy_percentage', b.mean_of_decades_accuracy_percentage) order by b.place)
      from best_of_era b), cast('[]' as json)) as era_strengths,
    json_build_object(
      'scoring_version', (select scoring_version from scoring_state),
      'list', (select target_list from scoring_state),
      -- Learned weights have seen the list, which flatters them here.
      'in_sample_profiles', (
        select coalesce(json_agg(profile), cast('[]' as json)) from ranked
        where profile = 'fitted' and exists (select from profile_fit where published))) as algorithm_info,
    case when not exists (select from counted where members > 0)
      then 'no candidate of these decades is on the list' end as empty_reason
)
select
  cast(case
    when d.empty_reason is null then json_build_object(
      'data', d.data, 'winners', d.winners, 'best_overall', d.best_overall, 'most_consistent', d.most_consistent,
      'era_strengths', d.era_strengths, 'algorithm_info', d.algorithm_info)
    else row_to_json(d)
  end as text) as document
from document d
