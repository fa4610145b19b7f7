-- A club of 12 and 200 open proposals with everything providers tell, each voted for by about eight of them; an archive of
-- 300 watched ones with ratings beside it.   Bind :hash, the hex SHA-256 of the first member's token.
with someone as (
  insert into member (name, password_hash, role, created_at)
  select 'Member ' || n, '$2a$12$dsNI/5Zo94i14RqX3yPoP.xIu6DrQsLUXhL.RfGiZkDnIy2OKucEO', 'member', clock_timestamp()
  from generate_series(1, 12) n
  returning member_id, name
)
insert into api_token (name, role, token_hash, member_id)
select 'bench', 'member', :'hash', member_id from someone where name = 'Member 1';

insert into movie_metadata (imdb_id, cached_imdb_data, cached_at, fresh_until, provider, state, next_attempt_at, created_at)
select
  'tt' || (5000000 + n),
  jsonb_build_object('title', 'Film ' || n, 'original_title', 'Original ' || n, 'year', 1950 + n % 70,
    'plot', repeat('Somebody wants something, and somebody else does not. ', 6), 'runtime_seconds', 5400 + n, 'genres',
    jsonb_build_array('Drama', 'Comedy'), 'poster_url', 'https://images.example/' || n || '.jpg', 'imdb_rating', 5 + n % 50 / 10.0,
    'imdb_votes', n * 1000, 'rating_source', 'imdb', 'metascore', 40 + n % 60),
  clock_timestamp() - interval '1 hour', clock_timestamp() + interval '23 hours', 'imdbapi', 'OK',
  clock_timestamp() + interval '23 hours', clock_timestamp()
from generate_series(1, 500) n;

insert into proposal (imdb_id, title, year, note, member_id, status, created_at, closed_at)
select
  'tt' || (5000000 + n), 'Film ' || n, 1950 + n % 70, 'Worth an evening', m.member_id,
  case when n <= 200 then 'OPEN' else 'WATCHED' end,
  clock_timestamp() - make_interval(hours => n),
  case when n > 200 then clock_timestamp() end
from generate_series(1, 500) n join member m on m.name = 'Member ' || (1 + n % 12)
order by n;

insert into vote (proposal_id, member_id, voted_at)
select p.proposal_id, m.member_id, clock_timestamp() - make_interval(secs => m.member_id)
from proposal p cross join member m where (p.proposal_id * 7 + m.member_id * 5) % 3 <> 0;

insert into proposal_rating (proposal_id, member_id, stars, rated_at)
select p.proposal_id, m.member_id, 1 + (p.proposal_id + m.member_id) % 5, clock_timestamp()
from proposal p cross join member m where p.status = 'WATCHED';

analyze;
