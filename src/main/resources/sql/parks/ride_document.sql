-- The document of ranked ride rows, their columns in order.   Needs ranked (rank, queue_times_url, …).
select
  cast(case
    when count(*) = 0 then json_build_object(
      'data', cast('[]' as json), 'empty_reason', 'no ride was operating in this period')
    when bool_or(r.queue_times_url is not null) then json_build_object(
      'data', json_agg(row_to_json(r) order by r.rank), 'attribution', 'Powered by Queue-Times.com')
    else json_build_object('data', json_agg(row_to_json(r) order by r.rank))
  end as text) as document
from ranked r
