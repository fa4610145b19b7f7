-- A proposal p as answered, with its metadata m, its proposer w, its tally t, its ratings g, and whether its votes are secret
-- (k.secret).
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
  'vote_count', case when not k.secret then coalesce(t.vote_count, 0) end,
  'voters', case when not k.secret then coalesce(t.voters, cast('[]' as json)) end,
  'user_voted', case when cast(:member_id as bigint) is not null then coalesce(t.user_voted, false) end,
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
  'average_rating', g.average_rating,
  'rating_count', case when p.status = 'WATCHED' then coalesce(g.rating_count, 0) end,
  'ratings', case when p.status = 'WATCHED' then coalesce(g.ratings, cast('[]' as json)) end)
