-- What scores were before they last changed, for the arrows beside them.

create table movie_score_before (
  movie_id bigint primary key,
  changed_on date not null,
  popular_opinion numeric(10, 9) not null,
  industry_recognition numeric(10, 9) not null,
  cultural_impact numeric(10, 9) not null,
  people_quality numeric(10, 9) not null,
  financial_success numeric(10, 9) not null
);
comment on table movie_score_before is 'One row per film whose components ever changed: what they were before the first change of the UTC day of its last change.';
comment on column movie_score_before.changed_on is 'The UTC day of the scoring that found the last change.';
