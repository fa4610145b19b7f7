-- A film as scoring would leave it.   Binds :movie_id, :title, :released date, :year_only, :import_status, :on_target, the five
-- components (numeric), :rating_sources, :imdb_votes, :tmdb_votes.
with added as (
  insert into movie (movie_id, tmdb_id, title, release_date, release_year_only, import_status)
  overriding system value
  values (:movie_id, :movie_id, :title, :released, :year_only, :import_status)
  returning movie_id, release_date, import_status
)
insert into movie_score (
  movie_id, decade, eligible, on_target, popular_opinion, industry_recognition, cultural_impact, people_quality,
  financial_success, rating_sources, imdb_votes, tmdb_votes, wins, nominations, other_lists, people, scoring_version, computed_at)
select
  movie_id, cast(extract(decade from release_date) * 10 as smallint), release_date is not null and import_status = 'full',
  :on_target, cast(:popular_opinion as numeric), cast(:industry_recognition as numeric), cast(:cultural_impact as numeric),
  cast(:people_quality as numeric), cast(:financial_success as numeric), :rating_sources, :imdb_votes, :tmdb_votes, 0, 0, 0, 0,
  1, timestamptz '2026-11-01 00:00:00+00'
from added
