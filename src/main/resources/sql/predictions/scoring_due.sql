-- What a scoring has to do: everything (there are films and their rows are of another version or target list, or missing),
-- something (there are marks).   Binds :scoring_version smallint, :target_list text.
select
  not exists (
    select 1 from scoring_state
    where scoring_version = cast(:scoring_version as smallint) and target_list = cast(:target_list as text)
  )
  and exists (select 1 from movie) as everything,
  exists (select 1 from movie_score_dirty) or exists (select 1 from person_quality_dirty) as something
