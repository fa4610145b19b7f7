-- What was done, but for what is not told yet.   Grain: one row per change (audit_id, at, actor, member_id, action, subject,
-- details).   Binds :action, :actor, :subject text or null, :limit, :offset integer.   Order: newest first.
select audit_id, at, actor, member_id, action, subject, details
from audit_log
where not hidden
  and (cast(:action as text) is null or action = :action)
  and (cast(:actor as text) is null or lower(actor) = lower(cast(:actor as text)))
  and (cast(:subject as text) is null or subject = :subject)
order by audit_id desc
limit :limit offset :offset
