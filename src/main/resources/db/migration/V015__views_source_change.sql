-- Which facts a version of a source changed, so that what rests on others need not be built again.

create table source_change (
  source text not null,
  version bigint not null,
  facts_from timestamptz,
  primary key (source, version)
);
comment on table source_change is 'One row per version of a source, the newest few hundred; written by the transaction that made the version.';
comment on column source_change.facts_from is 'No fact before it was changed; null: any may have been.';
