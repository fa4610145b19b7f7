-- The Wilson 95 % interval of correct successes in members trials, a JSON object {low, high} in percent, 1 decimal; null without
-- trials. Needs columns correct and members.
case when members > 0 then json_build_object(
  'low', round(100 * greatest(0, (correct + 1.920729410347062
    - 1.959963984540054 * sqrt(correct * (members - correct) / cast(members as numeric) + 0.960364705173531))
    / (members + 3.841458820694124)), 1),
  'high', round(100 * least(1, (correct + 1.920729410347062
    + 1.959963984540054 * sqrt(correct * (members - correct) / cast(members as numeric) + 0.960364705173531))
    / (members + 3.841458820694124)), 1))
end
