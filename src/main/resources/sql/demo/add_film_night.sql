-- A fictional film night, where nobody has been yet: members nobody can log in as, what they propose, their votes, and two
-- films that were watched and rated. Nothing if there is a member or a proposal.   Binds :now timestamptz; :names text[];
-- :password_hash text, of a password nobody has; :imdb_ids, :titles text[] and :years smallint[], film by film, the watched
-- ones first; :watched int.   Returns one row per proposal added (proposal_id), oldest first.
with
person as (
  insert into member (name, password_hash, role, active, created_at)
  select n.name, cast(:password_hash as text), 'member', false, cast(:now as timestamptz) - interval '60 days'
  from unnest(cast(:names as text[])) with ordinality n (name, nr)
  where not exists (select from member) and not exists (select from proposal)
  order by n.nr
  returning member_id
),
people as (
  select member_id, row_number() over (order by member_id) as nr, count(*) over () as total from person
),
film as (
  select f.*
  from unnest(cast(:imdb_ids as text[]), cast(:titles as text[]), cast(:years as smallint[])) with ordinality
    as f (imdb_id, title, year, nr)
),
proposed as (
  insert into proposal (imdb_id, title, year, member_id, status, created_at, closed_at)
  select
    f.imdb_id, f.title, f.year, p.member_id,
    case when f.nr <= :watched then 'WATCHED' else 'OPEN' end,
    cast(:now as timestamptz) - make_interval(days => cast(50 - 3 * f.nr as int)),
    case when f.nr <= :watched then cast(:now as timestamptz) - make_interval(days => cast(30 - 7 * f.nr as int)) end
  from film f
  join people p on p.nr = 1 + f.nr % p.total
  order by f.nr
  returning proposal_id, imdb_id, status, created_at
),
numbered as (
  select p.*, f.nr from proposed p join film f on f.imdb_id = p.imdb_id
),
voted as (
  insert into vote (proposal_id, member_id, voted_at)
  select n.proposal_id, p.member_id, n.created_at + make_interval(hours => cast(p.nr as int))
  from numbered n
  cross join people p
  where (n.nr * 7 + p.nr * 5 + n.nr * p.nr) % 6 < 3
  returning proposal_id
),
rated as (
  insert into proposal_rating (proposal_id, member_id, stars, rated_at)
  select n.proposal_id, p.member_id, 3 + (n.nr + p.nr) % 3, cast(:now as timestamptz) - interval '7 days'
  from numbered n
  cross join people p
  where n.status = 'WATCHED'
  returning proposal_id
),
wanted as (
  insert into movie_metadata (imdb_id, next_attempt_at, created_at)
  select n.imdb_id, cast(:now as timestamptz), cast(:now as timestamptz) from numbered n
  on conflict (imdb_id) do nothing
  returning imdb_id
)
select proposal_id from proposed order by proposal_id
