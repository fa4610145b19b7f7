-- What a film was before it last changed, as scoring would keep it.   Binds :movie_id, :changed_on date, the five components.
insert into movie_score_before (
  movie_id, changed_on, popular_opinion, industry_recognition, cultural_impact, people_quality, financial_success)
values (
  :movie_id, :changed_on, cast(:popular_opinion as numeric), cast(:industry_recognition as numeric),
  cast(:cultural_impact as numeric), cast(:people_quality as numeric), cast(:financial_success as numeric))
