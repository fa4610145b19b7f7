-- Notes a fit.   Binds :now timestamptz, :source_version bigint, :published boolean, :figures text, a JSON object. Returns nothing.
insert into profile_fit (fitted_at, source_version, published, figures)
values (cast(:now as timestamptz), cast(:source_version as bigint), :published, cast(cast(:figures as text) as json))
