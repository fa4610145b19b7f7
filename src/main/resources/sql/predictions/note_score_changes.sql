-- Keeps what components were before the first change of a UTC day, and notes whom the marks do not tell of: films scored again
-- because of their people alone, and the decades that films left, where nothing was scored.
-- Binds :now timestamptz. Returns nothing.
with changed as (
  select
    b.*, t.decade as new_decade, s.marked,
    (b.popular_opinion, b.industry_recognition, b.cultural_impact, b.people_quality, b.financial_success)
      is distinct from
      (t.popular_opinion, t.industry_recognition, t.cultural_impact, t.people_quality, t.financial_success) as scored_otherwise
  from scored_before b
  join movie_score t on t.movie_id = b.movie_id
  join scored_movie s on s.movie_id = b.movie_id
),
kept as (
  insert into movie_score_before as k (
    movie_id, changed_on, popular_opinion, industry_recognition, cultural_impact, people_quality, financial_success)
  select
    movie_id, cast(cast(:now as timestamptz) at time zone 'UTC' as date), popular_opinion, industry_recognition,
    cultural_impact, people_quality, financial_success
  from changed
  where scored_otherwise
  on conflict (movie_id) do update
  set changed_on = excluded.changed_on, popular_opinion = excluded.popular_opinion,
    industry_recognition = excluded.industry_recognition, cultural_impact = excluded.cultural_impact,
    people_quality = excluded.people_quality, financial_success = excluded.financial_success
  where k.changed_on <> excluded.changed_on
)
insert into scored_change (cause, decade, movies)
select 'person', new_decade, count(*) from changed where scored_otherwise and not marked group by new_decade
union all
select 'movie', decade, 0 from changed where decade <> new_decade or decade is not null and new_decade is null group by decade
