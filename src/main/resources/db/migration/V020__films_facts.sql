-- Films and what is said of them: metrics, people and credits, festivals and nominations, lists.

create table movie (
  movie_id bigint generated always as identity primary key,
  imdb_id text,
  tmdb_id bigint,
  title text not null,
  original_title text,
  release_date date,
  release_year_only boolean not null default false,
  runtime integer,
  original_language text,
  overview text,
  poster_path text,
  import_status text not null default 'full',
  constraint movie_imdb_id_unique unique (imdb_id),
  constraint movie_tmdb_id_unique unique (tmdb_id),
  constraint movie_has_an_id check (imdb_id is not null or tmdb_id is not null),
  constraint imdb_id_is_a_title check (imdb_id ~ '^tt[0-9]{7,10}$'),
  constraint tmdb_id_positive check (tmdb_id > 0),
  constraint movie_title_given check (title <> ''),
  constraint released_after_film_was_invented check (release_date >= date '1870-01-01'),
  constraint year_only_is_first_of_january check (
    not release_year_only or (release_date is not null and extract(doy from release_date) = 1)),
  constraint runtime_positive check (runtime > 0),
  constraint import_status_known check (import_status in ('full', 'soft'))
);
comment on table movie is 'One row per film, found by imdb_id or tmdb_id. Only dated films with import_status full are candidates.';
comment on column movie.release_year_only is 'The source told the year alone: release_date is then its first of January.';
comment on column movie.runtime is 'Minutes.';

create table external_metric (
  movie_id bigint not null references movie on delete cascade,
  source text not null,
  metric_type text not null,
  value double precision not null,
  fetched_at timestamptz not null,
  constraint external_metric_unique primary key (movie_id, source, metric_type),
  constraint source_known check (source in ('tmdb', 'imdb', 'metacritic', 'rotten_tomatoes', 'omdb', 'the_numbers')),
  constraint metric_type_given check (metric_type <> ''),
  constraint value_is_a_number check (value >= 0 and value < 'infinity'),
  constraint rating_out_of_ten check (metric_type <> 'rating_average' or value <= 10),
  constraint score_out_of_hundred check (metric_type not in ('metascore', 'tomatometer', 'audience_score') or value <= 100)
) with (fillfactor = 90);
comment on table external_metric is 'One row per film, source and metric: its newest value. USD for money, 0 to 10 for rating_average, 0 to 100 for scores.';
comment on column external_metric.fetched_at is 'When the source said so; an older value never replaces a newer one.';

create table person (
  person_id bigint generated always as identity primary key,
  person_key text not null,
  name text not null,
  imdb_id text,
  tmdb_id bigint,
  constraint person_key_unique unique (person_key),
  constraint person_key_given check (person_key <> ''),
  constraint person_name_given check (name <> '')
);
comment on table person is 'One row per person. person_key is the text key files name them by (their column person_id).';

create table movie_credit (
  movie_id bigint not null references movie on delete cascade,
  person_id bigint not null references person on delete cascade,
  credit_type text not null,
  department text,
  job text,
  cast_order integer,
  constraint movie_credit_unique unique nulls not distinct (movie_id, person_id, credit_type, job),
  constraint credit_type_known check (credit_type in ('cast', 'crew')),
  constraint cast_order_not_negative check (cast_order >= 0)
);
create index movie_credit_person on movie_credit (person_id, movie_id);
comment on table movie_credit is 'One row per film, person, credit type and job.';

create table festival (
  festival_id bigint generated always as identity primary key,
  abbreviation text not null,
  name text not null,
  prestige numeric,
  constraint festival_abbreviation_unique unique (abbreviation),
  constraint festival_abbreviation_given check (abbreviation <> '')
);
comment on table festival is 'One row per festival or academy. Version 1 of the scoring does not use prestige.';

create table festival_nomination (
  nomination_id bigint generated always as identity primary key,
  festival_id bigint not null references festival,
  year smallint not null,
  category text not null,
  movie_id bigint not null references movie on delete cascade,
  person_id bigint references person on delete cascade,
  won boolean not null,
  constraint festival_nomination_unique unique nulls not distinct (festival_id, year, category, movie_id, person_id),
  constraint year_plausible check (year between 1900 and 2200),
  constraint category_given check (category <> '')
);
create index festival_nomination_movie on festival_nomination (movie_id);
create index festival_nomination_person on festival_nomination (person_id) where person_id is not null;
comment on table festival_nomination is 'One row per nomination of a film, wins included; person_id where it names somebody.';

create table movie_list (
  list_key text primary key,
  name text not null,
  constraint list_key_is_a_slug check (list_key ~ '^[a-z0-9][a-z0-9_-]{0,39}$')
);
comment on table movie_list is 'One row per list of films, such as 1001_movies.';

create table movie_list_entry (
  list_key text not null references movie_list on update cascade on delete cascade,
  movie_id bigint not null references movie on delete cascade,
  edition text,
  position integer,
  constraint movie_list_entry_unique unique nulls not distinct (movie_id, list_key, edition)
);
create index movie_list_entry_list on movie_list_entry (list_key);
comment on table movie_list_entry is 'One row per film, list and edition. A film is on a list if it is in any edition of it.';
