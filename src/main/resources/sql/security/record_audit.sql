-- Notes what somebody did.   Binds :now timestamptz, :actor text, :member_id bigint or null, :action text (a slug), :subject
-- text ("proposal 12") or null, :details text (a JSON object), :hidden boolean.   Returns nothing.
insert into audit_log (at, actor, member_id, action, subject, details, hidden)
values (
  cast(:now as timestamptz), :actor, :member_id, :action, :subject, cast(cast(:details as text) as json), :hidden)
