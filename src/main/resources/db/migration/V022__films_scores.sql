-- The rollups of scoring, and the marks that say what must be scored again. The rollups of films and people reference them by
-- no constraint: its check of each row is a fifth of scoring all, and triggers take their rows away with them (V023).

create table person_quality (
  person_id bigint primary key,
  raw bigint not null,
  quality numeric(12, 9) not null,
  constraint quality_out_of_hundred check (quality between 0 and 100)
);
comment on table person_quality is 'One row per person with a credited film or a nomination of their own. The target list does not count.';

create table movie_score (
  movie_id bigint primary key,
  decade smallint,
  eligible boolean not null,
  on_target boolean not null,
  popular_opinion numeric(10, 9) not null,
  industry_recognition numeric(10, 9) not null,
  cultural_impact numeric(10, 9) not null,
  people_quality numeric(10, 9) not null,
  financial_success numeric(10, 9) not null,
  rating_sources smallint not null,
  confidence numeric(3, 2) not null generated always as (rating_sources / 4.0) stored,
  tmdb_rating double precision,
  imdb_rating double precision,
  metascore double precision,
  tomatometer double precision,
  popularity double precision,
  budget double precision,
  revenue double precision,
  tmdb_votes bigint,
  imdb_votes bigint,
  wins integer not null,
  nominations integer not null,
  other_lists integer not null,
  people integer not null,
  scoring_version smallint not null,
  computed_at timestamptz not null,
  constraint components_in_range check (
    popular_opinion between 0 and 1 and industry_recognition between 0 and 1 and cultural_impact between 0 and 1
    and people_quality between 0 and 1 and financial_success between 0 and 1),
  constraint sources_counted check (rating_sources between 0 and 4)
) with (fillfactor = 90);
comment on table movie_score is 'One row per film: its components in 0 to 1 and the inputs behind them, null where the source is silent. Nine decimals, so that equal facts give equal rows in any order.';
comment on column movie_score.decade is 'Null while undated.';
comment on column movie_score.eligible is 'Dated, and import_status full: a candidate of its decade.';
comment on column movie_score.on_target is 'Whether it is on the target list; no component knows.';
comment on column movie_score.rating_sources is 'How many of tmdb, imdb, metacritic and rotten_tomatoes rate it; confidence is their share of the four.';

create table movie_score_dirty (
  movie_id bigint not null,
  cause text not null,
  constraint cause_known check (cause in ('movie', 'metric', 'festival', 'person', 'list'))
);
comment on table movie_score_dirty is 'Films to score again and why. Only ever appended to, repetitions and all, so that writers never wait for one another here.';

create table person_quality_dirty (
  person_id bigint not null
);
comment on table person_quality_dirty is 'People to rate again whom no film in movie_score_dirty leads to: credits taken away, nominations of their own.';

create table movie_change (
  version bigint not null,
  cause text not null,
  decade smallint,
  movies integer not null,
  changed_at timestamptz not null,
  constraint movie_change_unique unique nulls not distinct (version, cause, decade),
  constraint cause_known check (cause in ('movie', 'metric', 'festival', 'person', 'list', 'scoring'))
);
comment on table movie_change is 'One row per version of the source films, cause and decade: how many films were scored again. Cause scoring: a new version of the scoring or another target list.';
create index movie_change_at on movie_change (changed_at);

create table scoring_state (
  only_row boolean primary key default true check (only_row),
  scoring_version smallint not null,
  target_list text not null
);
comment on table scoring_state is 'At most one row: what every row of movie_score was computed with. Another version or target list scores all anew.';
