-- CTEs that count a change of the films' facts: bumped (version), pruned. For the last statement of a writing transaction,
-- because the row holds other writers up.
bumped as (
  insert into source_version as v (source, version, as_of, changed_at)
  values ('films', 1, null, clock_timestamp())
  on conflict (source) do update set version = v.version + 1, changed_at = clock_timestamp()
  returning version
),
pruned as (
  delete from source_change c using bumped b where c.source = 'films' and c.version <= b.version - 300
)
