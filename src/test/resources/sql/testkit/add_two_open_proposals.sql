-- Two open proposals of a member, and two that have ended.   Binds :member_id bigint.
insert into proposal (title, year, member_id, status, created_at, closed_at)
select 'Counted ' || number, 1999, :member_id, status, clock_timestamp(),
  case when status = 'OPEN' then null else clock_timestamp() end
from (values (1, 'OPEN'), (2, 'OPEN'), (3, 'WITHDRAWN'), (4, 'WATCHED')) as proposed (number, status)
