-- Keeps the open proposals open until the round is closed.   Column proposal_id.   Order proposal_id.   No binds.
select proposal_id from proposal where status = 'OPEN' order by proposal_id for no key update
