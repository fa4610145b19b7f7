-- What was done, oldest first.
select actor, member_id, action, subject, cast(details as text) as details, hidden from audit_log order by audit_id
