-- Says that the films' facts changed; the transaction's last statement.   No binds. Returns nothing.
with
-- include: predictions/bumped.sql
insert into source_change as c (source, version, facts_from)
select 'films', b.version, null from bumped b
on conflict (source, version) do update set facts_from = null
