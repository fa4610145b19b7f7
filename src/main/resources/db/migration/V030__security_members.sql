-- People: who may log in, the tokens that act for them, and who did what.

create table member (
  member_id bigint generated always as identity primary key,
  name text not null,
  password_hash text not null,
  role text not null default 'member',
  active boolean not null default true,
  session_epoch integer not null default 1,
  created_at timestamptz not null,
  constraint member_name_is_plain check (name ~ '^[[:alnum:]]([[:alnum:] ._-]*[[:alnum:]])?$' and length(name) between 2 and 40),
  constraint member_password_is_bcrypt check (password_hash ~ '^\$2[aby]\$(1[2-9]|[23][0-9])\$'),
  constraint member_role_known check (role in ('member', 'admin'))
);
create unique index member_name_unique on member (lower(name));
comment on table member is 'Accounts. Shown by name; one that is not active cannot log in, but its votes and proposals stay.';
comment on column member.password_hash is 'bcrypt in the modular crypt format, cost 12 or more.';
comment on column member.session_epoch is 'Goes up when all sessions of the member must end, as when the password changes.';

alter table api_token add column member_id bigint references member on delete cascade;
drop index one_active_token_per_name;
create unique index one_active_token_per_name on api_token (coalesce(member_id, 0), name) where revoked_at is null;
comment on column api_token.member_id is 'For whom the token acts: it has that member''s role while the member is active. Null: a program of its own.';

create table attempt_allowance (
  kind text not null,
  key text not null,
  spent_until timestamptz not null,
  primary key (kind, key)
);
create index attempt_allowance_spent_until on attempt_allowance (spent_until);
comment on table attempt_allowance is 'How often somebody may still try to log in or to register, counted by all nodes together: a leaky bucket of one instant.';
comment on column attempt_allowance.key is 'An address (of IPv6 its network), or the hash of a name that was tried: a password typed there is not kept.';
comment on column attempt_allowance.spent_until is 'When all that was spent has come back; each attempt moves it on. In the past: nothing is spent, and the row may go.';

create table login_place (
  member_id bigint not null references member on delete cascade,
  address text not null,
  known_until timestamptz not null,
  primary key (member_id, address)
);
comment on table login_place is 'Where a member has logged in from: what strangers try elsewhere does not keep the member out there.';

create table audit_log (
  audit_id bigint generated always as identity primary key,
  at timestamptz not null,
  actor text not null,
  member_id bigint references member on delete set null,
  action text not null,
  subject text,
  details json not null default '{}',
  hidden boolean not null default false,
  constraint audit_action_is_a_slug check (action ~ '^[a-z]+(-[a-z]+)*$'),
  constraint audit_subject_is_kind_and_id check (subject ~ '^[a-z]+ [^ ]+$')
);
create index audit_log_action on audit_log (action, audit_id);
create index audit_log_subject on audit_log (subject, audit_id);
comment on table audit_log is 'One row per change of state, written in its transaction, never changed. actor is a member''s name, a token''s, or system.';
comment on column audit_log.subject is 'What it was done to, kind and id, such as "proposal 12".';
comment on column audit_log.hidden is 'Not told yet: a vote of a round that hides votes until it closes, which reveals them.';
