-- How much of each list is on the target list too, as rows of a table.   Order by list.
select format('| `%s`%s | %s | %s |', e.list_key, case when e.list_key = s.target_list then ' (the target)' else '' end,
  count(distinct e.movie_id),
  count(distinct e.movie_id) filter (where m.on_target))
from movie_list_entry e
cross join scoring_state s
join movie_score m on m.movie_id = e.movie_id
group by e.list_key, s.target_list
order by e.list_key;
