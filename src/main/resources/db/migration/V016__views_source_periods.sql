-- Which documents a version of a source may have changed, where its writer knows.

alter table source_change add column periods text[];
comment on column source_change.periods is 'Only documents of these periods, and of views not divided by it, may have changed; null: any may have.';
