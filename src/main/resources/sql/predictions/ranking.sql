-- A decade's candidates by total score, best first, at most :rows.   One row, column document (text, a JSON object): data,
-- statistics over the likelihoods of data, algorithm_info, empty_reason.   Order exact weighted sum desc, movie_id.
-- Binds: those of weights.sql and algorithm_info.sql, :period text, such as 2020s; :rows int.
with weights as (
  select * from
  -- include: predictions/weights.sql
),
best as (
  select b.*
  from weights w
  cross join (select cast(left(cast(:period as text), 4) as smallint) as decade, cast(:rows as int) as films) d
  cross join lateral (
    -- include: predictions/best.sql
  ) b
),
scored as (
  select
    row_number() over (order by b.weighted desc, b.movie_id) as rank,
    s.movie_id, s.confidence,
    -- include: predictions/status.sql
    as status,
    -- include: predictions/total_score.sql
    as total_score,
    e.total_score as total_before, e.changed_on,
    -- include: predictions/breakdown.sql
    as breakdown
  from best b
  join movie_score s on s.movie_id = b.movie_id
  cross join weights w
  left join lateral (
    -- include: predictions/before.sql
  ) e on true
),
ranked as (
  select
    t.rank, t.movie_id, m.imdb_id, m.tmdb_id, m.title,
    cast(extract(year from m.release_date) as int) as year,
    case when not m.release_year_only then m.release_date end as release_date,
    t.status, t.total_score,
    -- include: predictions/likelihood.sql
    as likelihood_percentage,
    t.total_score - t.total_before as score_change, t.changed_on,
    t.confidence,
    -- include: predictions/canonical_sources.sql
    as canonical_sources,
    t.breakdown
  from scored t join movie m on m.movie_id = t.movie_id
),
statistics as (
  select
    count(*) as total_predictions,
    round(avg(likelihood_percentage), 2) as average_score,
    round(cast(percentile_cont(0.5) within group (order by likelihood_percentage) as numeric), 2) as median_score,
    count(*) filter (where likelihood_percentage >= 80) as high_confidence_count,
    count(*) filter (where likelihood_percentage >= 50 and likelihood_percentage < 80) as medium_confidence_count,
    count(*) filter (where likelihood_percentage < 50) as low_confidence_count,
    count(*) filter (where status = 'already_added') as already_added_count,
    count(*) filter (where status = 'future_prediction') as future_prediction_count,
    -- Two counts from indexes alone, where one would read every film.
    (select count(*) from movie_score where eligible and decade = cast(left(cast(:period as text), 4) as smallint))
    - (
      select count(*) from movie_score
      where eligible and on_target and decade = cast(left(cast(:period as text), 4) as smallint)
    ) as total_candidates
  from ranked
),
document as (
  select
    coalesce((select json_agg(row_to_json(r) order by r.rank) from ranked r), cast('[]' as json)) as data,
    (select row_to_json(s) from statistics s) as statistics,
    -- include: predictions/algorithm_info.sql
    as algorithm_info,
    case when not exists (select from ranked) then 'this decade has no candidates' end as empty_reason
)
select
  cast(case
    when d.empty_reason is null then json_build_object(
      'data', d.data, 'statistics', d.statistics, 'algorithm_info', d.algorithm_info)
    else row_to_json(d)
  end as text) as document
from document d
