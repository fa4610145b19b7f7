-- Films, people and what is said of them, the same for the same :films: shares and sizes of a real film database
-- (README.md). Facts only; nothing is scored.   psql variable: films.
\set ON_ERROR_STOP on
-- Neither checks nor marks row by row: every film is scored anew afterwards, and the generator keeps to the rules.
set session_replication_role = replica;
set synchronous_commit = off;
set max_parallel_workers_per_gather = 0;

-- The salt-th throw of dice number id, in 0 to 1.
create function pg_temp.dice(id bigint, salt int) returns double precision language sql immutable
return (hashint8extended(id, salt) & 4503599627370495) / 4503599627370496.0;

-- About normal, mean 0 and deviation 1.
create function pg_temp.bell(id bigint, salt int) returns double precision language sql immutable
return (pg_temp.dice(id, salt) + pg_temp.dice(id, salt + 1) + pg_temp.dice(id, salt + 2) + pg_temp.dice(id, salt + 3) - 2) * 1.732;

-- Full films and members of the target list by decade, of 1.1 million.
create temporary table decade_share (first_year int, films int, members int);
insert into decade_share values
  (1900, 1500, 2), (1910, 2500, 8), (1920, 7000, 45), (1930, 11000, 85), (1940, 13000, 85), (1950, 24000, 135),
  (1960, 38000, 165), (1970, 50000, 175), (1980, 60000, 155), (1990, 80000, 150), (2000, 148294, 115),
  (2010, 223673, 114), (2020, 255033, 22);
create temporary table decade_range as
select
  first_year, ceil(members * :films / 1100000.0) as members,
  sum(films) over w / cast(sum(films) over () as double precision) as upto,
  (sum(films) over w - films) / cast(sum(films) over () as double precision) as above
from decade_share
window w as (order by first_year);

-- fame: 0 to 1, how much anybody says of a film; what few films have, the famous have.
create temporary table plan as
select
  i as movie_id, d.first_year, pg_temp.dice(i, 3) as fame, pg_temp.dice(i, 1) < 0.8312 as is_full, d.members
from generate_series(1, :films) i
join decade_range d on pg_temp.dice(i, 2) >= d.above and pg_temp.dice(i, 2) < d.upto
order by i;
alter table plan add primary key (movie_id);
analyze plan;

insert into movie (
  movie_id, imdb_id, tmdb_id, title, original_title, release_date, release_year_only, runtime, original_language, overview,
  poster_path, import_status)
overriding system value
select
  movie_id,
  case when pg_temp.dice(movie_id, 4) < 0.6 then 'tt' || lpad(cast(movie_id as text), 7, '0') end,
  movie_id * 3 + 1, 'Film ' || movie_id, 'Film ' || movie_id,
  -- One film in fifty that is not full is undated; every other one is dated.
  case when is_full or pg_temp.dice(movie_id, 5) > 0.02 then make_date(
    first_year + cast(floor(10 * pg_temp.dice(movie_id, 6)) as int), cast(1 + floor(12 * pg_temp.dice(movie_id, 7)) as int),
    cast(1 + floor(28 * pg_temp.dice(movie_id, 8)) as int)) end,
  false, 60 + movie_id % 90, 'en', repeat('What happens in this film, told without its end. ', cast(movie_id % 7 as int)),
  '/' || md5(cast(movie_id as text)) || '.jpg', case when is_full then 'full' else 'soft' end
from plan
order by movie_id;
select setval(pg_get_serial_sequence('movie', 'movie_id'), :films);

-- Shares are those of full films; others have what TMDB gives to everything. A figure few have goes to the most famous,
-- one in twenty of them left out.
insert into external_metric (movie_id, source, metric_type, value, fetched_at)
select p.movie_id, m.source, m.metric_type, m.value, timestamptz '2026-05-01 00:00:00+00'
from plan p
cross join lateral (
  values
    ('tmdb', 'rating_average', 0.406, 11, round(cast(least(10, greatest(0.5, 6.1 + 0.8 * p.fame + 1.1 * pg_temp.bell(p.movie_id, 30))) as numeric), 1)),
    ('tmdb', 'rating_votes', 0.934, 12, floor(0.3 / (1 - p.fame))),
    ('tmdb', 'popularity_score', 0.996, 13, 0.3 * power(1 - p.fame, -0.55) * (0.5 + pg_temp.dice(p.movie_id, 31))),
    ('tmdb', 'budget', 0.075, 14, floor(1e4 / (1 - p.fame) * (0.3 + pg_temp.dice(p.movie_id, 32)))),
    ('tmdb', 'revenue_worldwide', 0.027, 15, floor(2e4 / (1 - p.fame) * (0.1 + 2 * pg_temp.dice(p.movie_id, 33)))),
    ('imdb', 'rating_average', 0.363, 16, round(cast(least(10, greatest(1, 6.0 + 0.8 * p.fame + 1.1 * pg_temp.bell(p.movie_id, 30))) as numeric), 1)),
    ('imdb', 'rating_votes', 0.363, 16, floor(5 + 3 / (1 - p.fame))),
    ('metacritic', 'metascore', 0.023, 17, floor(least(100, greatest(1, 60 + 15 * pg_temp.bell(p.movie_id, 34))))),
    ('rotten_tomatoes', 'tomatometer', 0.041, 18, floor(least(100, greatest(0, 62 + 22 * pg_temp.bell(p.movie_id, 34)))))
) m (source, metric_type, share, salt, value)
where case
  when not p.is_full then m.source = 'tmdb' and m.share > 0.9 and pg_temp.dice(p.movie_id, m.salt) < 0.7
  when m.share > 0.9 then pg_temp.dice(p.movie_id, m.salt) < m.share
  else p.fame > 1 - m.share / 0.95 and pg_temp.dice(p.movie_id, m.salt) < 0.95
end
order by p.movie_id, m.source, m.metric_type;

insert into person (person_id, person_key, name, tmdb_id)
overriding system value
select i, cast(i as text), 'Person ' || i, i from generate_series(1, cast(:films * 0.614 as int)) i;
select setval(pg_get_serial_sequence('person', 'person_id'), cast(:films * 0.614 as int));

-- A famous film names more people, and those who have made many; the first is its director.
insert into movie_credit (movie_id, person_id, credit_type, department, job, cast_order)
select
  p.movie_id,
  1 + cast(floor(:films * 0.614 * power(pg_temp.dice(p.movie_id * 64 + n, 40), case when p.fame > 0.98 then 2.2 else 1.4 end)) as bigint),
  case when n % 3 > 0 then 'cast' else 'crew' end, case when n % 3 > 0 then 'Acting' when n = 0 then 'Directing' else 'Production' end,
  case when n % 3 > 0 then null when n = 0 then 'Director' else 'Producer' end, case when n % 3 > 0 then n end
from plan p
cross join lateral generate_series(0, least(60, cast(floor(3.1 * power(1 - p.fame, -0.45)) as int)) - 1) n
where p.is_full
order by p.movie_id, n
on conflict do nothing;

insert into festival (festival_id, abbreviation, name)
overriding system value
select n, 'F' || n, 'Festival ' || n from generate_series(1, 15) n;
select setval(pg_get_serial_sequence('festival', 'festival_id'), 15);

-- 19,900 films of 1.1 million with 2.2 nominations each; every third names somebody.
insert into festival_nomination (festival_id, year, category, movie_id, person_id, won)
select
  1 + cast(floor(15 * pg_temp.dice(p.movie_id * 64 + n, 51)) as int), p.first_year + cast(floor(10 * pg_temp.dice(p.movie_id, 6)) as int) + 1,
  'Category ' || n, p.movie_id, case when n % 3 = 2 then c.person_id end, pg_temp.dice(p.movie_id * 64 + n, 52) < 0.25
from plan p
cross join lateral generate_series(1, 1 + cast(floor(1.15 * power(pg_temp.dice(p.movie_id, 53), -0.45) - 0.4) as int)) n
left join lateral (select min(c.person_id) as person_id from movie_credit c where c.movie_id = p.movie_id and c.job = 'Director') c on true
where p.is_full and p.fame > 0.956 and pg_temp.dice(p.movie_id, 54) < 0.495
order by p.movie_id, n;

insert into movie_list (list_key, name)
select key, key from unnest(array[
  '1001_movies', 'afi_100', 'bfi_top_100', 'criterion', 'cult_movies_400', 'ebert_great_movies', 'letterboxd_top_250',
  'national_film_registry', 'sight_sound_critics_2022', 'tspdt_1000']) key;

-- The target list: per decade as many as it has, from its most famous twentieth.
insert into movie_list_entry (list_key, movie_id, edition, position)
select '1001_movies', movie_id, '2024', place
from (
  select p.movie_id, p.members, row_number() over (partition by p.first_year order by pg_temp.dice(p.movie_id, 60) * (1 - p.fame)) as place
  from plan p
  where p.is_full and p.fame > 0.95
) p
where place <= members;

-- Half of its films are on others, too, and 1,800 others besides.
insert into movie_list_entry (list_key, movie_id)
select key, p.movie_id
from plan p
left join movie_list_entry t on t.movie_id = p.movie_id
cross join unnest(array[
  'afi_100', 'bfi_top_100', 'criterion', 'cult_movies_400', 'ebert_great_movies', 'letterboxd_top_250',
  'national_film_registry', 'sight_sound_critics_2022', 'tspdt_1000']) with ordinality l (key, n)
where p.is_full and case
  when t.movie_id is not null then pg_temp.dice(p.movie_id * 64 + n, 61) < 0.1
  else p.fame > 0.95 and pg_temp.dice(p.movie_id, 62) < 0.0405 and (pg_temp.dice(p.movie_id * 64 + n, 63) < 0.1 or floor(9 * pg_temp.dice(p.movie_id, 64)) + 1 = n)
end;

delete from scoring_state;
vacuum analyze movie, external_metric, person, movie_credit, festival, festival_nomination, movie_list, movie_list_entry;
