-- CTEs running (the round that has begun and is not closed: one row or none) and secrecy (one row: since, when the running
-- round began if it hides votes until it closes, else null).   Bind :now timestamptz.
running as (
  select * from voting_round where closed_at is null and opens_at <= cast(:now as timestamptz)
),
secrecy as (
  select max(opens_at) filter (where visibility = 'hidden_until_close') as since from running
)
