-- How a film's metadata m stands: data that is there is FRESH or STALE, whatever the last attempt said; without data, what
-- the last attempt said; MISSING before any.   Bind :now timestamptz.
case
  when m.cached_imdb_data is not null then case when cast(:now as timestamptz) < m.fresh_until then 'FRESH' else 'STALE' end
  else coalesce(m.state, 'MISSING')
end
