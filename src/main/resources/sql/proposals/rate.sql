-- Rates a film, or rates it otherwise.   One row if that changed anything.
-- Binds :id, :member_id bigint, :stars smallint, :now timestamptz.
insert into proposal_rating as g (proposal_id, member_id, stars, rated_at)
values (:id, :member_id, :stars, :now)
on conflict (proposal_id, member_id) do update set stars = excluded.stars, rated_at = excluded.rated_at
where g.stars <> excluded.stars
returning proposal_id
