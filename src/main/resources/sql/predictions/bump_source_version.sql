-- Says that the films' facts changed; the transaction's last statement.   Bind :parts text[], the decades. Returns nothing.
with
-- include: predictions/bumped.sql
insert into source_change as c (source, version, parts)
select 'films', b.version, cast(:parts as text[]) from bumped b
on conflict (source, version) do update set facts_from = null, parts = excluded.parts
