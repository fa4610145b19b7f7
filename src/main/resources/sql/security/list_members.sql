-- Members whose name holds a text.   Binds :q text or null, :limit, :offset integer.   Order: by name, then id.
-- include: security/member_accounts.sql
where cast(:q as text) is null or position(lower(cast(:q as text)) in lower(m.name)) > 0
order by lower(m.name), m.member_id
limit :limit offset :offset
