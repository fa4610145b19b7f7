-- Many films of the 1990s with coarse components, so that scores tie.   Binds :films int, :seed float8.
with seeded as (select setseed(cast(:seed as float8))),
drawn as (
  select
    i as movie_id,
    cast(trunc(random() * 20) / 20 as numeric) as a, cast(trunc(random() * 5) / 5 as numeric) as b,
    cast(trunc(random() * 20) / 20 as numeric) as c, cast(trunc(random() * 3) / 3 as numeric(10, 9)) as d,
    cast(trunc(random() * random() * 10) / 10 as numeric) as e
  from seeded, generate_series(1000, 999 + cast(:films as int)) as i
),
added as (
  insert into movie (movie_id, tmdb_id, title, release_date) overriding system value
  select movie_id, movie_id, 'Film ' || movie_id, date '1994-04-04' from drawn
)
insert into movie_score (
  movie_id, decade, eligible, on_target, popular_opinion, industry_recognition, cultural_impact, people_quality,
  financial_success, rating_sources, wins, nominations, other_lists, people, scoring_version, computed_at)
select movie_id, 1990, true, false, a, b, c, d, e, 0, 0, 0, 0, 0, 1, timestamptz '2026-11-01 00:00:00+00' from drawn
