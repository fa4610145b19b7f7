-- CTEs tally (votes per wanted proposal: vote_count, voters by time, user_voted) and rated (ratings per wanted watched one:
-- average_rating, rating_count, ratings); no row where there are none. Each looks at all wanted at once.
-- Needs wanted (proposal_id).   Bind :member_id bigint (null for nobody).
tally as (
  select
    v.proposal_id,
    count(*) as vote_count,
    json_agg(y.name order by v.voted_at, y.name) as voters,
    bool_or(v.member_id = cast(:member_id as bigint)) as user_voted
  from wanted x join vote v using (proposal_id) join member y on y.member_id = v.member_id
  group by v.proposal_id
),
rated as (
  select
    g.proposal_id,
    round(avg(g.stars), 1) as average_rating,
    count(*) as rating_count,
    json_agg(json_build_object('name', y.name, 'stars', g.stars) order by g.rated_at, y.name) as ratings
  from wanted x join proposal_rating g using (proposal_id) join member y on y.member_id = g.member_id
  group by g.proposal_id
)
