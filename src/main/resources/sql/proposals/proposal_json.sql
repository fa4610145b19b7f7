-- A proposal p as answered, with its metadata m, its proposer w and the secrecy s of its votes.
-- Binds :now timestamptz, :member_id bigint (null for nobody), :card text (the query of a poster's card).
json_build_object(
  'id', p.proposal_id,
  'imdb_id', p.imdb_id,
  'title', p.title,
  'year', p.year,
  'note', p.note,
  'proposer', w.name,
  'status', p.status,
  'created_at', utc_text(p.created_at),
  'closed_at', utc_text(p.closed_at),
  'vote_count', case when not
    -- include: proposals/is_secret.sql
    then (select count(*) from vote v where v.proposal_id = p.proposal_id) end,
  'voters', case when not
    -- include: proposals/is_secret.sql
    then (
      select coalesce(json_agg(y.name order by v.voted_at, y.name), cast('[]' as json))
      from vote v join member y using (member_id)
      where v.proposal_id = p.proposal_id) end,
  'user_voted', case when cast(:member_id as bigint) is not null then exists (
    select from vote v where v.proposal_id = p.proposal_id and v.member_id = cast(:member_id as bigint)) end,
  'is_proposer', coalesce(p.member_id = cast(:member_id as bigint), false),
  'metadata', case when p.imdb_id is not null then json_build_object(
    'title', m.cached_imdb_data -> 'title',
    'original_title', m.cached_imdb_data -> 'original_title',
    'year', m.cached_imdb_data -> 'year',
    'plot', m.cached_imdb_data -> 'plot',
    'runtime_seconds', m.cached_imdb_data -> 'runtime_seconds',
    'genres', m.cached_imdb_data -> 'genres',
    'imdb_rating', m.cached_imdb_data -> 'imdb_rating',
    'imdb_votes', m.cached_imdb_data -> 'imdb_votes',
    'rating_source', m.cached_imdb_data -> 'rating_source',
    'metascore', m.cached_imdb_data -> 'metascore',
    'provider', m.provider,
    'cached_at', utc_text(m.cached_at),
    'state',
    -- include: proposals/cache_state.sql
    ) end,
  'poster', '/api/posters/' || p.imdb_id || cast(:card as text),
  'average_rating', case when p.status = 'WATCHED' then (
    select round(avg(g.stars), 1) from proposal_rating g where g.proposal_id = p.proposal_id) end,
  'rating_count', case when p.status = 'WATCHED' then (
    select count(*) from proposal_rating g where g.proposal_id = p.proposal_id) end,
  'ratings', case when p.status = 'WATCHED' then (
    select coalesce(json_agg(json_build_object('name', y.name, 'stars', g.stars) order by g.rated_at, y.name), cast('[]' as json))
    from proposal_rating g join member y using (member_id)
    where g.proposal_id = p.proposal_id) end)
