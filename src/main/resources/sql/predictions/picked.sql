-- CTEs of a hindsight test, one top of as many films as the list has members, per profile and decade. Needs weights with
-- their profile.   counted: one row per decade, candidates, members (eligible and on the list),
-- member_ids.   picked: the films ranked first, one row per profile, decade and place.
--   judged: one row per profile and decade, how many of them are members.
counted as (
  select
    cast(d.decade as smallint) as decade,
    coalesce(c.candidates, 0) as candidates,
    coalesce(m.members, 0) as members,
    m.member_ids
  from generate_series(1920, 2020, 10) as d (decade)
  left join (
    select decade, count(*) as candidates from movie_score where eligible group by decade
  ) c on c.decade = d.decade
  left join (
    select decade, count(*) as members, array_agg(movie_id) as member_ids
    from movie_score where eligible and on_target group by decade
  ) m on m.decade = d.decade
),
picked as (
  select w.profile, d.decade, b.movie_id, b.on_target, b.weighted
  from weights w
  cross join (select decade, members as films from counted) d
  cross join lateral (
    -- include: predictions/best.sql
  ) b
),
judged as (
  select
    w.profile, c.decade, c.candidates, c.members, c.member_ids,
    count(p.movie_id) filter (where p.on_target) as correct,
    count(p.movie_id) filter (where not p.on_target) as false_positives
  from weights w
  cross join counted c
  left join picked p on p.profile = w.profile and p.decade = c.decade
  group by w.profile, c.decade, c.candidates, c.members, c.member_ids
)
