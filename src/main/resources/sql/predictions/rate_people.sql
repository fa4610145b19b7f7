-- Rates the people noted anew, and notes all films of those whose quality changed; when everything is scored, they are noted.
-- Whoever has no film and no nomination any more loses the row.   Binds :target_list text, :everything boolean. Returns nothing.
with film as materialized (
  -- A person counts once per film, whatever they did in it.
  select distinct c.person_id, c.movie_id from movie_credit c join scored_person s on s.person_id = c.person_id
),
known as materialized (select distinct movie_id from film),
listed as (
  select e.movie_id, count(distinct e.list_key) as memberships
  from movie_list_entry e join known k on k.movie_id = e.movie_id
  where
    -- include: predictions/other_lists.sql
  group by e.movie_id
),
rated as (
  select distinct x.movie_id
  from external_metric x join known k on k.movie_id = x.movie_id
  where x.source in ('imdb', 'tmdb') and x.metric_type = 'rating_average' and x.value >= 7.0
),
-- Nominations that name nobody are everybody's.
shared as (
  select n.movie_id, count(*) filter (where n.won) as wins, count(*) as nominations
  from festival_nomination n join known k on k.movie_id = n.movie_id
  where n.person_id is null
  group by n.movie_id
),
shows as materialized (
  select k.movie_id, l.memberships, r.movie_id is not null as well_rated, s.wins, s.nominations
  from known k
  left join listed l on l.movie_id = k.movie_id
  left join rated r on r.movie_id = k.movie_id
  left join shared s on s.movie_id = k.movie_id
),
by_film as (
  select
    f.person_id, count(*) as films, sum(w.memberships) as memberships, count(*) filter (where w.well_rated) as well_rated,
    sum(w.wins) as wins, sum(w.nominations) as nominations
  from film f
  join shows w on w.movie_id = f.movie_id
  group by f.person_id
),
own as (
  select n.person_id, count(*) filter (where n.won) as wins, count(*) as nominations
  from festival_nomination n join scored_person s on s.person_id = n.person_id
  group by n.person_id
),
found as materialized (
  select r.person_id, r.raw,
    -- include: predictions/quality.sql
    as quality
  from (
    select s.person_id, cast(
      -- include: predictions/person_raw.sql
      as bigint) as raw
    from scored_person s
    left join by_film on by_film.person_id = s.person_id
    left join own on own.person_id = s.person_id
    where by_film.person_id is not null or own.person_id is not null
  ) r
),
gone as (
  delete from person_quality q
  using scored_person s
  where q.person_id = s.person_id and not exists (select 1 from found f where f.person_id = s.person_id)
),
changed as (
  insert into person_quality as q (person_id, raw, quality)
  select f.person_id, f.raw, f.quality
  from found f
  order by f.person_id
  on conflict (person_id) do update set raw = excluded.raw, quality = excluded.quality
  where (q.raw, q.quality) is distinct from (excluded.raw, excluded.quality)
  returning q.person_id
)
insert into scored_movie (movie_id, marked)
select distinct f.movie_id, false
from changed c
join film f on f.person_id = c.person_id
where not cast(:everything as boolean)
on conflict do nothing
