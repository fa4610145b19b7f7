-- What a fit came to, out of sample: every decade by weights that did not see it.   One row: figures (text, a JSON object),
-- won: whether it found more members than the best shipped profile and than the most voted for.
-- Binds :now timestamptz; :source_version bigint; :target_list, :shipped (a profile's slug) text; :scoring_version, :tried,
-- :in_sample int; :weights text, a JSON object; :folds text, a JSON array of {decade, candidates, members, correct, shipped,
-- baseline, weights}.
with folds as (
  select f.*
  from json_to_recordset(cast(cast(:folds as text) as json)) as f (
    decade int, candidates bigint, members bigint, correct bigint, shipped bigint, baseline bigint, weights json)
),
sums as (
  select
    count(*) as decades, sum(members) as members, sum(correct) as correct, sum(shipped) as shipped, sum(baseline) as baseline,
    sum(cast(members as numeric) * members / candidates) as random
  from folds
),
told as (
  select
    s.*,
    -- include: predictions/percentage.sql
    as accuracy_percentage,
    -- include: predictions/wilson.sql
    as interval
  from sums s
)
select
  t.correct > t.shipped and t.correct > t.baseline as won,
  cast(json_build_object(
    'fitted_at', utc_text(cast(:now as timestamptz)),
    'source_version', cast(:source_version as bigint),
    'scoring_version', cast(:scoring_version as int),
    'list', cast(:target_list as text),
    'weights', cast(cast(:weights as text) as json),
    'weights_tried', cast(:tried as int),
    'total_on_list', t.members,
    'out_of_sample', json_build_object(
      'correctly_predicted', t.correct, 'accuracy_percentage', t.accuracy_percentage, 'interval', t.interval),
    'in_sample', json_build_object(
      'correctly_predicted', cast(:in_sample as int),
      'accuracy_percentage', round(100.0 * cast(:in_sample as int) / t.members, 1)),
    'best_shipped', json_build_object(
      'profile', cast(:shipped as text), 'correctly_predicted', t.shipped,
      'accuracy_percentage', round(100.0 * t.shipped / t.members, 1)),
    'baseline', json_build_object(
      'correctly_predicted', t.baseline, 'accuracy_percentage', round(100.0 * t.baseline / t.members, 1)),
    'random_accuracy_percentage', round(100 * t.random / t.members, 2),
    'decades', (
      select json_agg(json_build_object(
        'decade', f.decade, 'total_on_list', f.members, 'correctly_predicted', f.correct,
        'best_shipped_correctly_predicted', f.shipped, 'baseline_correctly_predicted', f.baseline,
        'weights', f.weights) order by f.decade)
      from folds f)
  ) as text) as figures
from told t
