-- Writes how attempts at films ended, where the claim still holds: a late answer never replaces a newer one.
-- One row per film written: imdb_id and whether its data is another than before.
-- Binds :owner (text), :now, :fresh_until (timestamptz[]), :next_attempt_at (timestamptz[]),
-- :ids, :outcomes (OK, NOT_FOUND, ERROR or POSTPONED), :films (JSON or null), :providers, :reasons (text[]).
update movie_metadata m
set
  cached_imdb_data = case
    when a.film is null then m.cached_imdb_data
    -- What the new answer does not tell stays. A rating, its votes and its source go together.
    when a.outcome = 'OK' then a.film
      || coalesce(jsonb_strip_nulls(case
           when a.film ->> 'imdb_rating' is null then m.cached_imdb_data
           else m.cached_imdb_data - array['imdb_rating', 'imdb_votes', 'rating_source'] end), '{}')
      || jsonb_strip_nulls(a.film)
    -- Beside a failure imported facts only fill what was never told.
    else a.film
      || cast(case
           when m.cached_imdb_data ->> 'imdb_rating' is null then '{}'
           else '{"imdb_rating": null, "imdb_votes": null, "rating_source": null}' end as jsonb)
      || coalesce(jsonb_strip_nulls(m.cached_imdb_data), '{}')
    end,
  cached_at = case
    when a.outcome = 'OK' then :now
    when a.film is null then m.cached_at
    else coalesce(m.cached_at, :now) end,
  fresh_until = case
    when a.outcome = 'OK' then a.fresh_until
    when a.film is null then m.fresh_until
    else coalesce(m.fresh_until, :now) end,
  provider = case
    when a.outcome = 'OK' then a.provider
    else coalesce(m.provider, a.provider) end,
  state = case
    when a.outcome <> 'POSTPONED' then a.outcome
    when m.state = 'MISSING' and a.film is not null then 'OK'
    else m.state end,
  failures = case a.outcome when 'ERROR' then m.failures + 1 when 'POSTPONED' then m.failures else 0 end,
  next_attempt_at = a.next_attempt_at,
  last_error = case a.outcome when 'OK' then null else a.reason end,
  lease_owner = null,
  lease_until = null
from (
  select imdb_id, outcome, cast(film as jsonb) as film, provider, reason, fresh_until, next_attempt_at
  from unnest(
    cast(:ids as text[]), cast(:outcomes as text[]), cast(:films as text[]), cast(:providers as text[]),
    cast(:reasons as text[]), cast(:fresh_until as timestamptz[]), cast(:next_attempt_at as timestamptz[])
  ) as told (imdb_id, outcome, film, provider, reason, fresh_until, next_attempt_at)
) a
join movie_metadata before on before.imdb_id = a.imdb_id
where m.imdb_id = a.imdb_id and m.lease_owner = :owner
returning m.imdb_id, m.cached_imdb_data is distinct from before.cached_imdb_data as changed
