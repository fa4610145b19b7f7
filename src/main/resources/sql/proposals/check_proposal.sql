-- What speaks against a proposal.   One row: used (the member's open proposals) and allowed; duplicate and duplicate_title (the
-- live proposal of the same film: of its imdb_id, or of its title and year where one of the two has none); watched (when the
-- film was last seen, as text).   Binds :member_id bigint, :imdb_id, :title text, :year smallint, :open_limit int.
with alike as (
  select p.*
  from proposal p
  where p.imdb_id = cast(:imdb_id as text)
    or (p.imdb_id is null or cast(:imdb_id as text) is null)
      and lower(p.title) = lower(cast(:title as text)) and coalesce(p.year, 0) = coalesce(cast(:year as smallint), 0)
),
live as (
  select proposal_id, title from alike where status in ('OPEN', 'SELECTED') order by proposal_id limit 1
)
select
  (select count(*) from proposal o where o.member_id = :member_id and o.status = 'OPEN') as used,
  coalesce((select max_open from proposal_limit x where x.member_id = :member_id), cast(:open_limit as integer)) as allowed,
  (select proposal_id from live) as duplicate,
  (select title from live) as duplicate_title,
  (select utc_text(max(closed_at)) from alike where status = 'WATCHED') as watched
