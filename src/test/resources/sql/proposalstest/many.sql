-- Many open proposals with metadata, each voted for by some of the members.   Binds :from, :to int, :member_id bigint.
with film as (
  select n, 'tt' || lpad(cast(5000000 + n as text), 7, '0') as imdb_id from generate_series(cast(:from as integer), cast(:to as integer)) n
),
known as (
  insert into movie_metadata (imdb_id, cached_imdb_data, cached_at, fresh_until, provider, state, next_attempt_at, created_at)
  select
    imdb_id,
    jsonb_build_object('title', 'Film ' || n, 'original_title', 'Film ' || n, 'year', 1950 + n % 70, 'plot', repeat('What happens. ', 20),
      'runtime_seconds', 5400 + n, 'genres', jsonb_build_array('Drama', 'Comedy'), 'imdb_rating', 5 + n % 50 / 10.0, 'imdb_votes', n * 1000,
      'rating_source', 'imdb', 'metascore', 50 + n % 50),
    timestamptz '2026-08-22 00:00:00Z', timestamptz '2026-08-23 00:00:00Z', 'imdbapi', 'OK', timestamptz '2026-08-23 00:00:00Z',
    timestamptz '2026-08-22 00:00:00Z'
  from film
  on conflict (imdb_id) do nothing
),
proposed as (
  insert into proposal (imdb_id, title, year, note, member_id, created_at)
  select imdb_id, 'Film ' || n, 1950 + n % 70, 'A note', :member_id, timestamptz '2026-08-22 00:00:00Z' + make_interval(secs => n)
  from film
  returning proposal_id
)
insert into vote (proposal_id, member_id, voted_at)
select p.proposal_id, m.member_id, timestamptz '2026-08-22 08:00:00Z' + make_interval(secs => m.member_id)
from proposed p cross join member m
where (p.proposal_id + m.member_id) % 3 <> 0
