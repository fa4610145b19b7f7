-- CTEs that count a change of the films' facts: bumped (version), pruned. For the last statement of a writing transaction,
-- because the row holds other writers up. Facts about films carry no instant of their own that all of them share, so they
-- are as of when they came in.   Bind :now timestamptz.
bumped as (
  insert into source_version as v (source, version, as_of, changed_at)
  values ('films', 1, cast(:now as timestamptz), clock_timestamp())
  on conflict (source) do update
  set version = v.version + 1, as_of = greatest(v.as_of, excluded.as_of), changed_at = clock_timestamp()
  returning version
),
pruned as (
  delete from source_change c using bumped b where c.source = 'films' and c.version <= b.version - 300
)
