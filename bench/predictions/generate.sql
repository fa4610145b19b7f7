with m as (
  insert into movie (movie_id, tmdb_id, title, release_date, import_status) overriding system value
  select i, i, 'Film ' || i, make_date(2029 - least(109, cast(floor(-30 * ln(random())) as int)), 1 + i % 12, 1 + i % 28), 'full'
  from generate_series(1, 1100000) i
  returning movie_id, release_date
)
insert into movie_score (
  movie_id, decade, eligible, on_target, popular_opinion, industry_recognition, cultural_impact, people_quality,
  financial_success, rating_sources, imdb_votes, tmdb_votes, wins, nominations, other_lists, people, scoring_version, computed_at)
select
  movie_id, cast(extract(decade from release_date) * 10 as smallint), true, random() < 0.0011,
  round(cast(0.25 * (case when random() < 0.6 then 0.3 + 0.5 * random() else 0 end + case when random() < 0.25 then 0.3 + 0.5 * random() else 0 end
    + case when random() < 0.04 then 2 * random() else 0 end) as numeric), 9),
  case when random() < 0.008 then round(cast(random() * random() as numeric), 9) else 0 end,
  round(cast(least(1, ln(1 + exp(0.3 - 1.1 * ln(random()))) / ln(1001)) as numeric), 9),
  case when random() < 0.7 then round(cast(0.6 * sqrt(random() * random()) as numeric), 9) else 0 end,
  case when random() < 0.02 then round(cast(random() as numeric), 9) else 0 end,
  2, case when random() < 0.4 then cast(random() * 100000 as bigint) end, cast(random() * 1000 as bigint), 0, 0, 0, 0,
  1, timestamptz '2026-11-01 00:00:00+00'
from m
