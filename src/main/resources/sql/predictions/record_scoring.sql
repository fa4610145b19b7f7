-- Notes what the rows are computed with.   Binds :scoring_version smallint, :target_list text. Returns nothing.
insert into scoring_state as s (scoring_version, target_list)
values (cast(:scoring_version as smallint), cast(:target_list as text))
on conflict (only_row) do update set scoring_version = excluded.scoring_version, target_list = excluded.target_list
where (s.scoring_version, s.target_list) is distinct from (excluded.scoring_version, excluded.target_list)
