-- One film: its total under a profile, where it comes from, and the facts behind every component.   One row, column document
-- (text, a JSON object), or none if there is no such film. What is not scored yet is null; rank_in_decade is that of the stored
-- build, null outside it.   Binds: those of weights.sql, :id bigint, :filter text, the profile.
with weights as (
  select * from
  -- include: predictions/weights.sql
),
scored as (
  select
    s.*,
    -- include: predictions/status.sql
    as status,
    -- include: predictions/total_score.sql
    as total_score,
    e.total_score as total_before, e.changed_on,
    -- include: predictions/breakdown.sql
    as breakdown
  from movie_score s
  cross join weights w
  cross join (select cast(:id as bigint) as movie_id) b
  left join lateral (
    -- include: predictions/before.sql
  ) e on true
  where s.movie_id = b.movie_id
),
stored as (
  select c.generated_at, cast(r.film ->> 'rank' as int) as rank
  from scored s
  join cached_api_views c on c.cache_key = 'predictions_ranking_' || s.decade || 's_' || cast(:filter as text)
  cross join lateral json_array_elements(c.result_json -> 'data') as r (film)
  where s.eligible and cast(r.film ->> 'movie_id' as bigint) = s.movie_id
)
select
  cast(json_build_object(
    'movie_id', m.movie_id, 'imdb_id', m.imdb_id, 'tmdb_id', m.tmdb_id, 'title', m.title,
    'original_title', m.original_title, 'year', cast(extract(year from m.release_date) as int),
    'release_date', case when not m.release_year_only then m.release_date end,
    'runtime', m.runtime, 'original_language', m.original_language, 'overview', m.overview,
    'poster_path', m.poster_path, 'import_status', m.import_status,
    'profile', cast(:filter as text),
    'decade', t.decade, 'candidate', coalesce(t.eligible, false), 'status', t.status,
    'total_score', t.total_score,
    'likelihood_percentage',
    -- include: predictions/likelihood.sql
    , 'score_change', t.total_score - t.total_before, 'changed_on', t.changed_on,
    'rank_in_decade', r.rank, 'rank_as_of', utc_text(r.generated_at),
    'confidence', t.confidence,
    'canonical_sources',
    -- include: predictions/canonical_sources.sql
    , 'breakdown', t.breakdown,
    'inputs', case when t.movie_id is not null then json_build_object(
      'popular_opinion', json_build_object(
        'tmdb_rating', t.tmdb_rating, 'imdb_rating', t.imdb_rating, 'metascore', t.metascore,
        'tomatometer', t.tomatometer, 'rating_sources', t.rating_sources, 'tmdb_votes', t.tmdb_votes,
        'imdb_votes', t.imdb_votes),
      'industry_recognition', json_build_object('wins', t.wins, 'nominations', t.nominations),
      'cultural_impact', json_build_object('other_lists', t.other_lists, 'popularity', t.popularity),
      'people_quality', json_build_object('people', t.people),
      'financial_success', json_build_object('budget', t.budget, 'revenue', t.revenue)) end,
    'scoring_version', t.scoring_version, 'scored_at', utc_text(t.computed_at)
  ) as text) as document
from movie m
left join scored t on t.movie_id = m.movie_id
left join stored r on true
where m.movie_id = :id
