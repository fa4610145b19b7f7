-- Says that the films' facts changed, and in which decades; the transaction's last statement. Whatever rankings show or
-- are made of leaves a mark when it changes, so the marked films tell; of many, nobody counts.   Bind :now timestamptz. Returns nothing.
with
-- include: predictions/bumped.sql
,
marked as materialized (
  select movie_id from movie_score_dirty limit 1001
),
touched as materialized (
  select
    -- include: predictions/decade.sql
    as decade
  from marked d join movie m on m.movie_id = d.movie_id
  union
  select s.decade from marked d join movie_score s on s.movie_id = d.movie_id
)
insert into source_change as c (source, version, periods)
select
  'films', b.version,
  case when (select count(*) from marked) <= 1000
    and not exists (select from marked d left join movie m on m.movie_id = d.movie_id where m.movie_id is null)
    then array(select decade || 's' from touched where decade is not null) end
from bumped b
on conflict (source, version) do update set periods = excluded.periods
