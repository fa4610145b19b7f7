-- Which of some films are proposed or were watched.   At most one row per film: the live proposal, else the newest watched one.
-- Binds :ids (text[]).   By imdb_id.
select distinct on (p.imdb_id) p.imdb_id, p.proposal_id, p.status
from proposal p
where p.imdb_id = any(cast(:ids as text[])) and p.status in ('OPEN', 'SELECTED', 'WATCHED')
order by p.imdb_id, p.status = 'WATCHED', p.proposal_id desc
