-- A proposal of a film, open or watched.   Binds :id, :status (text), :member_id (bigint), :now (timestamptz).
insert into proposal (imdb_id, title, member_id, status, created_at, closed_at)
values (:id, 'Proposed', :member_id, :status, :now,
  case when cast(:status as text) = 'OPEN' then null else cast(:now as timestamptz) end)
