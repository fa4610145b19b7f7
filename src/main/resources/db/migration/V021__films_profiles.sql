-- Weight profiles: how much each category counts in a total. The shipped ones come with R__films_shipped_profiles.sql.

create table weight_profile (
  profile_id bigint generated always as identity primary key,
  name text not null,
  slug text not null,
  description text not null default '',
  popular_opinion numeric not null,
  awards numeric not null,
  cultural numeric not null,
  people numeric not null,
  financial numeric not null,
  is_default boolean not null default false,
  is_system boolean not null default false,
  active boolean not null default true,
  constraint profile_name_unique unique (name),
  constraint profile_slug_unique unique (slug),
  constraint profile_name_given check (name <> ''),
  constraint profile_slug_is_a_slug check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 40),
  -- NaN is greater than any number.
  constraint weights_in_range check (
    popular_opinion between 0 and 1000000 and awards between 0 and 1000000 and cultural between 0 and 1000000
    and people between 0 and 1000000 and financial between 0 and 1000000),
  constraint some_weight_given check (popular_opinion + awards + cultural + people + financial > 0),
  constraint default_is_active check (active or not is_default)
);
create unique index one_default_profile on weight_profile (is_default) where is_default;
comment on table weight_profile is 'One row per profile. Only the ratio of its weights matters; is_system ones are shipped.';
comment on column weight_profile.awards is 'Weighs industry_recognition; likewise cultural cultural_impact, people people_quality, financial financial_success.';
