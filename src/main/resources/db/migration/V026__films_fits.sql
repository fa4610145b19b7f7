-- Fits of weights to the target list, and how they did on decades they had not seen.

create table profile_fit (
  fit_id bigint generated always as identity primary key,
  fitted_at timestamptz not null,
  source_version bigint not null,
  published boolean not null,
  figures json not null
);
comment on table profile_fit is 'One row per fit. figures as GET /api/profiles tells them; published if the fit won, and its weights became those of the profile fitted.';
comment on column profile_fit.source_version is 'The version of the films it was fitted to.';
