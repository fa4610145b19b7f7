-- Scores the films noted; a row that stays as it was is not written.
-- Binds :target_list text, :scoring_version smallint, :now timestamptz. Returns nothing.
with
-- include: predictions/film_inputs.sql
,
scored as (
  select
    f.*,
    round(cast(
      -- include: predictions/popular_opinion.sql
      as numeric), 9) as popular_opinion,
    round(cast(
      -- include: predictions/industry_recognition.sql
      as numeric), 9) as industry_recognition,
    round(cast(
      -- include: predictions/cultural_impact.sql
      as numeric), 9) as cultural_impact,
    round(cast(
      -- include: predictions/people_quality.sql
      as numeric), 9) as people_quality,
    round(cast(
      -- include: predictions/financial_success.sql
      as numeric), 9) as financial_success
  from inputs f
)
insert into movie_score as t (
  movie_id, decade, eligible, on_target, popular_opinion, industry_recognition, cultural_impact, people_quality,
  financial_success, rating_sources, tmdb_rating, imdb_rating, metascore, tomatometer, popularity, budget, revenue, tmdb_votes,
  imdb_votes, wins, nominations, other_lists, people, scoring_version, computed_at)
select
  movie_id, decade, eligible, on_target, popular_opinion, industry_recognition, cultural_impact, people_quality,
  financial_success, rating_sources, tmdb_rating, imdb_rating, metascore, tomatometer, popularity, budget, revenue,
  cast(tmdb_votes as bigint), cast(imdb_votes as bigint), wins, nominations, other_lists, people,
  cast(:scoring_version as smallint), cast(:now as timestamptz)
from scored
on conflict (movie_id) do update
set decade = excluded.decade, eligible = excluded.eligible, on_target = excluded.on_target,
  popular_opinion = excluded.popular_opinion, industry_recognition = excluded.industry_recognition,
  cultural_impact = excluded.cultural_impact, people_quality = excluded.people_quality,
  financial_success = excluded.financial_success, rating_sources = excluded.rating_sources,
  tmdb_rating = excluded.tmdb_rating, imdb_rating = excluded.imdb_rating, metascore = excluded.metascore,
  tomatometer = excluded.tomatometer, popularity = excluded.popularity, budget = excluded.budget, revenue = excluded.revenue,
  tmdb_votes = excluded.tmdb_votes, imdb_votes = excluded.imdb_votes, wins = excluded.wins,
  nominations = excluded.nominations, other_lists = excluded.other_lists, people = excluded.people,
  scoring_version = excluded.scoring_version, computed_at = excluded.computed_at
where (
  t.decade, t.eligible, t.on_target, t.popular_opinion, t.industry_recognition, t.cultural_impact, t.people_quality,
  t.financial_success, t.rating_sources, t.tmdb_rating, t.imdb_rating, t.metascore, t.tomatometer, t.popularity, t.budget,
  t.revenue, t.tmdb_votes, t.imdb_votes, t.wins, t.nominations, t.other_lists, t.people, t.scoring_version)
is distinct from (
  excluded.decade, excluded.eligible, excluded.on_target, excluded.popular_opinion, excluded.industry_recognition,
  excluded.cultural_impact, excluded.people_quality, excluded.financial_success, excluded.rating_sources,
  excluded.tmdb_rating, excluded.imdb_rating, excluded.metascore, excluded.tomatometer, excluded.popularity, excluded.budget,
  excluded.revenue, excluded.tmdb_votes, excluded.imdb_votes, excluded.wins, excluded.nominations, excluded.other_lists,
  excluded.people, excluded.scoring_version)
