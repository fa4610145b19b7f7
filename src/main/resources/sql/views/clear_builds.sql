-- Deletes the builds of some keys and tells every node by the clearing's generation; pauses and reasons stay.
-- One row: how many there were (cleared). Binds :keys (text[]), :generation (bigint).
with deleted as (
  delete from cached_api_views where cache_key = any(cast(:keys as text[])) returning cache_key
), told as (
  update view_generation set cleared = :generation where exists (select from deleted)
)
select count(*) as cleared from deleted
