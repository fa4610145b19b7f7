-- CTEs of a hindsight test, one top of as many films as the list has members, per profile and decade. Needs weights with
-- their profile.   counted: one row per decade, candidates, members (eligible and on the list),
-- member_ids.   picked: the films ranked first, one row per profile, decade and place.
--   judged: one row per profile and decade, how many of them are members.
-- The bounded sort inside keeps no more than the members of a decade, so a million films are never sorted.
counted as (
  select
    d.decade,
    count(s.movie_id) as candidates,
    count(s.movie_id) filter (where s.on_target) as members,
    array_agg(s.movie_id) filter (where s.on_target) as member_ids
  from generate_series(1920, 2020, 10) as d (decade)
  left join movie_score s on s.eligible and s.decade = d.decade
  group by d.decade
),
picked as (
  select w.profile, c.decade, b.movie_id, b.on_target, b.weighted
  from weights w
  cross join counted c
  cross join lateral (
    select
      s.movie_id, s.on_target,
      -- include: predictions/exact_score.sql
      as weighted
    from movie_score s
    where s.eligible and s.decade = cast(c.decade as smallint)
    order by weighted desc, s.movie_id
    limit c.members
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
