-- What proposal_json.sql needs beside a proposal p, as joins.   Needs secrecy s, tally and rated.
join member w on w.member_id = p.member_id
left join movie_metadata m on m.imdb_id = p.imdb_id
left join tally t on t.proposal_id = p.proposal_id
left join rated g on g.proposal_id = p.proposal_id
cross join lateral (select
  -- include: proposals/is_secret.sql
  as secret) k
