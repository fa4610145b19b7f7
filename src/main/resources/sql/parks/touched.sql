-- What a transaction touched: ranges of whole park-local hours, [from_at, to_at), no two of a park
-- within an hour of each other.   Binds :park_ids (bigint[]), :from_at, :to_at (timestamptz[]).
select t.park_id, t.from_at, t.to_at
from unnest(cast(:park_ids as bigint[]), cast(:from_at as timestamptz[]), cast(:to_at as timestamptz[]))
  as t (park_id, from_at, to_at)
