-- The document of ranked changes, their columns in order, beside the days that were compared.
-- Needs comparison (days), ranked (rank, queue_times_url, …).   Bind :empty_reason text.
select
  cast(case
    when count(*) = 0 then json_build_object(
      'comparison', (select days from comparison), 'data', cast('[]' as json), 'empty_reason', cast(:empty_reason as text))
    when bool_or(r.queue_times_url is not null) then json_build_object(
      'comparison', (select days from comparison), 'data', json_agg(row_to_json(r) order by r.rank), 'attribution', 'Powered by Queue-Times.com')
    else json_build_object(
      'comparison', (select days from comparison), 'data', json_agg(row_to_json(r) order by r.rank))
  end as text) as document
from ranked r
