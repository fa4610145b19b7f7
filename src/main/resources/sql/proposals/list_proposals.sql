-- A page of proposals, how many there are, and the round that runs.   One row: document (text, a JSON object), total.
-- Order by :sort, nulls last; ties, and "votes" itself, by votes desc, newest first, id. While votes are secret nothing is
-- ordered by them.
-- Binds :now timestamptz, :member_id bigint (null for nobody), :card text, :status text and the :statuses text[] it means,
-- :sort votes|new|rating|runtime|title, :q, :genre, :proposer text (null: any), :unvoted boolean, :limit, :offset int.
with
-- include: proposals/running_round.sql
,
asked as (
  select case when cast(:sort as text) = 'votes' and s.since is not null then 'new' else cast(:sort as text) end as sort
  from secrecy s
),
matching as (
  select
    p.proposal_id,
    row_number() over (order by
      case when a.sort = 'rating' then cast(m.cached_imdb_data ->> 'imdb_rating' as numeric) end desc nulls last,
      case when a.sort = 'runtime' then cast(m.cached_imdb_data ->> 'runtime_seconds' as numeric) end nulls last,
      case when a.sort = 'title' then lower(p.title) end nulls last,
      case when a.sort = 'new' then p.created_at end desc nulls last,
      t.votes desc nulls last, p.created_at desc, p.proposal_id) as place
  from asked a cross join secrecy s cross join proposal p
  join member w on w.member_id = p.member_id
  left join movie_metadata m on m.imdb_id = p.imdb_id
  cross join lateral (
    select case when not
      -- include: proposals/is_secret.sql
      then count(*) end as votes
    from vote v where v.proposal_id = p.proposal_id
  ) t
  where p.status = any (cast(:statuses as text[]))
    and (cast(:q as text) is null or position(lower(:q) in lower(p.title)) > 0
      or position(lower(:q) in lower(m.cached_imdb_data ->> 'title')) > 0
      or position(lower(:q) in lower(m.cached_imdb_data ->> 'original_title')) > 0)
    and (cast(:genre as text) is null or exists (
      select from jsonb_array_elements_text(
        case when jsonb_typeof(m.cached_imdb_data -> 'genres') = 'array' then m.cached_imdb_data -> 'genres' end) g (genre)
      where lower(g.genre) = lower(:genre)))
    and (cast(:proposer as text) is null or lower(w.name) = lower(:proposer))
    and (not cast(:unvoted as boolean) or not exists (
      select from vote v where v.proposal_id = p.proposal_id and v.member_id = cast(:member_id as bigint)))
),
shown as (
  select * from matching order by place limit cast(:limit as integer) offset cast(:offset as integer)
),
wanted as (
  select proposal_id from shown
),
-- include: proposals/tallies.sql
,
page as (
  select
    h.place,
    -- include: proposals/proposal_json.sql
    as proposal
  from shown h cross join secrecy s
  join proposal p on p.proposal_id = h.proposal_id
  -- include: proposals/proposal_rows.sql
),
counted as (
  select count(*) as total from matching
)
select
  cast(json_build_object(
    'success', true,
    'status', cast(:status as text),
    'sort_by', a.sort,
    'limit', cast(:limit as integer),
    'offset', cast(:offset as integer),
    'total', c.total,
    'record_count', (select count(*) from shown),
    'round', (
      select
        -- include: proposals/round_json.sql
      from running r),
    'data', coalesce((select json_agg(proposal order by place) from page), cast('[]' as json))) as text) as document,
  c.total
from asked a cross join counted c
