-- How well a profile finds in hindsight what is on the list.   One row, column document (text, a JSON object): data (one row
-- per decade), overall, algorithm_info, empty_reason.   Order decade; films best first by exact weighted sum, then movie_id.
-- Beside the profile stand those who need no scoring: the most voted for, and luck.   Binds: those of weights.sql, :filter text, the profile.
with weights as (
  select cast(:filter as text) as profile, w.*
  from
  -- include: predictions/weights.sql
),
-- include: predictions/picked.sql
,
-- include: predictions/most_voted.sql
,
missed as (
  select c.decade, m.movie_id
  from counted c cross join lateral unnest(c.member_ids) as m (movie_id)
  except
  select p.decade, p.movie_id from picked p
),
mistakes as (
  select decade, movie_id, true as missed from missed
  union all
  select decade, movie_id, false from picked where not on_target
),
placed as (
  select
    x.decade, x.missed, x.movie_id,
    row_number() over (
      partition by x.decade, x.missed
      order by
        -- include: predictions/exact_score.sql
        desc, x.movie_id
    ) as place,
    -- include: predictions/total_score.sql
    as total_score
  from mistakes x join movie_score s on s.movie_id = x.movie_id cross join weights w
),
first_mistakes as (
  select
    p.decade, p.missed,
    json_agg(json_build_object(
      'movie_id', p.movie_id, 'title', m.title, 'year', cast(extract(year from m.release_date) as int),
      'total_score', p.total_score) order by p.place) as films
  from placed p join movie m on m.movie_id = p.movie_id
  where p.place <= 10
  group by p.decade, p.missed
),
figures as (
  select
    j.decade, j.candidates, j.members, j.correct, j.false_positives,
    coalesce(v.correct, 0) as baseline_correct,
    cast(j.members as numeric) * j.members / nullif(j.candidates, 0) as random_correct
  from judged j left join most_voted v on v.decade = j.decade
),
decades as (
  select
    f.decade,
    f.members as total_on_list,
    f.correct as correctly_predicted,
    -- include: predictions/percentage.sql
    as accuracy_percentage,
    f.members - f.correct as missed_count,
    f.false_positives as false_positive_count,
    round(100.0 * f.baseline_correct / nullif(f.members, 0), 1) as baseline_accuracy_percentage,
    round(100 * f.random_correct / nullif(f.members, 0), 2) as random_accuracy_percentage,
    -- include: predictions/wilson.sql
    as interval,
    f.candidates as total_candidates,
    coalesce(misses.films, cast('[]' as json)) as missed,
    coalesce(intruders.films, cast('[]' as json)) as false_positives
  from figures f
  left join first_mistakes misses on misses.decade = f.decade and misses.missed
  left join first_mistakes intruders on intruders.decade = f.decade and not intruders.missed
),
sums as (
  select
    sum(members) as members, sum(correct) as correct, sum(baseline_correct) as baseline_correct,
    sum(random_correct) filter (where members > 0) as random_correct,
    count(*) filter (where members > 0) as decades_analyzed,
    avg(100.0 * correct / nullif(members, 0)) as mean,
    avg(100.0 * baseline_correct / nullif(members, 0)) as baseline_mean,
    avg(100 * random_correct / nullif(members, 0)) as random_mean
  from figures
),
overall as (
  select
    members as total_on_list,
    correct as correctly_predicted,
    decades_analyzed,
    -- include: predictions/percentage.sql
    as pooled_accuracy_percentage,
    -- include: predictions/wilson.sql
    as pooled_interval,
    round(mean, 1) as mean_of_decades_accuracy_percentage,
    round(100.0 * baseline_correct / nullif(members, 0), 1) as pooled_baseline_accuracy_percentage,
    round(baseline_mean, 1) as mean_of_decades_baseline_accuracy_percentage,
    round(100 * random_correct / nullif(members, 0), 2) as pooled_random_accuracy_percentage,
    round(random_mean, 2) as mean_of_decades_random_accuracy_percentage
  from sums
),
document as (
  select
    (select json_agg(row_to_json(d) order by d.decade) from decades d) as data,
    row_to_json(o) as overall,
    (
      select json_build_object(
        'profile', w.profile,
        'weights',
        -- include: predictions/shown_weights.sql
        , 'scoring_version', (select scoring_version from scoring_state),
        'list', (select target_list from scoring_state),
        -- Learned weights have seen the list: what they would have found is told by their fit.
        'in_sample', w.profile = 'fitted' and exists (select from profile_fit where published))
      from weights w
    ) as algorithm_info,
    case when o.total_on_list = 0 then 'no candidate of these decades is on the list' end as empty_reason
  from overall o
)
select
  cast(case
    when d.empty_reason is null then json_build_object(
      'data', d.data, 'overall', d.overall, 'algorithm_info', d.algorithm_info)
    else row_to_json(d)
  end as text) as document
from document d
