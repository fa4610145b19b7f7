-- Film nights: what is proposed, who votes for it, the rounds that choose, and what was watched.

create table voting_round (
  round_id bigint generated always as identity primary key,
  name text not null,
  opens_at timestamptz not null,
  closes_at timestamptz,
  max_votes integer,
  visibility text not null default 'public',
  closed_at timestamptz,
  winner_id bigint,
  tie_seed bigint,
  tied bigint[],
  created_at timestamptz not null,
  constraint round_name_given check (length(name) between 1 and 100),
  constraint round_ends_after_it_begins check (closes_at > opens_at),
  constraint round_max_votes_positive check (max_votes > 0),
  constraint round_visibility_known check (visibility in ('public', 'hidden_until_close')),
  constraint round_has_a_winner_only_when_closed check (winner_id is null or closed_at is not null),
  constraint round_drawn_exactly_when_tied check ((tie_seed is null) = (tied is null))
);
create unique index one_round_at_a_time on voting_round ((true)) where closed_at is null;
comment on table voting_round is 'A vote with an end: over all open proposals, between opens_at and closes_at (null: until an admin closes it). At most one that is not closed.';
comment on column voting_round.closed_at is 'When its winner was fixed; between closes_at and this nobody votes.';
comment on column voting_round.tied is 'Ids of the proposals with the most votes, in the order the draw by tie_seed chose from.';

create table proposal (
  proposal_id bigint generated always as identity primary key,
  imdb_id text,
  title text not null,
  year smallint,
  note text,
  member_id bigint not null references member,
  status text not null default 'OPEN',
  created_at timestamptz not null,
  closed_at timestamptz,
  selected_in bigint references voting_round,
  constraint proposal_imdb_id_is_one check (imdb_id ~ '^tt\d{7,10}$'),
  constraint proposal_title_given check (length(title) between 1 and 255),
  constraint proposal_year_likely check (year between 1870 and 2200),
  constraint proposal_note_short check (length(note) <= 500),
  constraint proposal_status_known check (status in ('OPEN', 'SELECTED', 'WATCHED', 'WITHDRAWN', 'REMOVED')),
  constraint proposal_closed_exactly_when_ended check ((closed_at is null) = (status in ('OPEN', 'SELECTED')))
);
create unique index one_live_proposal_per_film on proposal (imdb_id) where status in ('OPEN', 'SELECTED');
create unique index one_live_proposal_per_title on proposal (lower(title), coalesce(year, 0))
  where imdb_id is null and status in ('OPEN', 'SELECTED');
create index proposal_newest on proposal (status, created_at desc, proposal_id desc);
create index proposal_of_member on proposal (member_id) where status = 'OPEN';
create index proposal_watched_film on proposal (imdb_id) where status = 'WATCHED';
comment on table proposal is 'A film somebody wants to see. Never deleted: a watched one is the archive, votes included.';
comment on column proposal.status is 'OPEN to votes, SELECTED by a round, WATCHED, WITHDRAWN by its proposer or REMOVED by an admin.';

alter table voting_round add constraint round_winner_is_a_proposal foreign key (winner_id) references proposal;

create table round_result (
  round_id bigint not null references voting_round,
  proposal_id bigint not null references proposal,
  votes integer not null,
  primary key (round_id, proposal_id),
  constraint result_votes_counted check (votes >= 0)
);
comment on table round_result is 'What every open proposal had when the round was closed; votes given and taken back later leave it as it is.';

create table vote (
  proposal_id bigint not null references proposal,
  member_id bigint not null references member,
  voted_at timestamptz not null,
  primary key (proposal_id, member_id)
);
create index vote_of_member on vote (member_id);
comment on table vote is 'One row per member and proposal: approval, not rank.';

create table proposal_rating (
  proposal_id bigint not null references proposal,
  member_id bigint not null references member,
  stars smallint not null,
  rated_at timestamptz not null,
  primary key (proposal_id, member_id),
  constraint stars_from_one_to_five check (stars between 1 and 5)
);
comment on table proposal_rating is 'What members thought of a watched film.';

create table proposal_limit (
  member_id bigint primary key references member on delete cascade,
  max_open integer not null,
  constraint max_open_in_range check (max_open between 0 and 1000)
);
comment on table proposal_limit is 'How many open proposals a member may have, where it is not marquee.proposals.open-limit.';
