-- One member as an admin sees them.   Binds :member_id bigint.   Returns one row, or none.
-- include: security/member_accounts.sql
where m.member_id = :member_id
