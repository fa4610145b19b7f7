-- CTE most_voted: how many members are among the most voted for, as many as the decade has members; who needs no scoring does
-- this well. One row per decade of counted (of picked.sql): decade, correct.
most_voted as (
  select c.decade, count(*) filter (where b.on_target) as correct
  from counted c
  cross join lateral (
    select s.on_target
    from movie_score s
    where s.eligible and s.decade = c.decade
    order by coalesce(s.imdb_votes, s.tmdb_votes) desc nulls last, s.movie_id
    limit c.members
  ) b
  group by c.decade
)
