-- Whether nobody is told the votes of proposal p: it takes part in a round that hides them, or has ended within it.
-- Needs secrecy s.
coalesce(p.status = 'OPEN' and s.since is not null or p.closed_at >= s.since, false)
