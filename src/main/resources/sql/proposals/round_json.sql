-- A round r as answered.   Bind :now timestamptz.
json_build_object(
  'id', r.round_id,
  'name', r.name,
  'state', case
    when r.closed_at is not null then 'closed'
    when r.opens_at > cast(:now as timestamptz) then 'scheduled'
    when r.closes_at <= cast(:now as timestamptz) then 'ended'
    else 'running'
  end,
  'opens_at', utc_text(r.opens_at),
  'closes_at', utc_text(r.closes_at),
  'closed_at', utc_text(r.closed_at),
  'max_votes', r.max_votes,
  'visibility', r.visibility,
  'winner', (
    select json_build_object('proposal_id', b.proposal_id, 'title', b.title, 'year', b.year, 'votes', e.votes)
    from proposal b join round_result e on e.proposal_id = b.proposal_id and e.round_id = r.round_id
    where b.proposal_id = r.winner_id),
  'tie', case when r.tie_seed is not null then json_build_object('seed', r.tie_seed, 'proposals', to_json(r.tied)) end)
