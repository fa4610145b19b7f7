-- No proposal, vote or round; their numbers begin anew. Without a lock on a table, for which a build might be waiting.
with
votes as (delete from vote),
ratings as (delete from proposal_rating),
results as (delete from round_result),
rounds as (delete from voting_round),
proposals as (delete from proposal),
limits as (delete from proposal_limit)
select
  setval(pg_get_serial_sequence('proposal', 'proposal_id'), 1, false),
  setval(pg_get_serial_sequence('voting_round', 'round_id'), 1, false)
