-- Says that the parks' facts changed, and from when on; the transaction's last statement, because it holds other writers up.
-- Binds :as_of timestamptz, the newest recorded_at written, or null; :facts_from timestamptz, before which nothing
-- changed, or null when that is not known.
with bumped as (
  insert into source_version as v (source, version, as_of, changed_at)
  values ('parks', 1, cast(:as_of as timestamptz), clock_timestamp())
  on conflict (source) do update
  set version = v.version + 1, as_of = greatest(v.as_of, excluded.as_of), changed_at = clock_timestamp()
  returning version
),
pruned as (
  delete from source_change c using bumped b where c.source = 'parks' and c.version <= b.version - 300
)
insert into source_change as c (source, version, facts_from)
select 'parks', b.version, cast(:facts_from as timestamptz) from bumped b
on conflict (source, version) do update set facts_from = excluded.facts_from
