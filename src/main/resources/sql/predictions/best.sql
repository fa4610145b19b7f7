-- The first d.films candidates of d.decade (smallint) under the weights w, for a lateral join: movie_id, on_target, weighted.
-- Order exact score desc, movie_id. Exact, without scoring every film: among those with the greatest components there are
-- d.films of at least some score, so a film whose greatest component is below that score cannot be one of the first.
select
  s.movie_id, s.on_target,
  -- include: predictions/exact_score.sql
  as weighted
from movie_score s
where s.eligible and s.decade = d.decade
  and
  -- include: predictions/greatest_component.sql
  >= coalesce((
    -- Components have nine decimals, so the bound may be cut to as many.
    select trunc(p.weighted /
      -- include: predictions/total_weight.sql
      , 9)
    from (
      select
        -- include: predictions/exact_score.sql
        as weighted
      from movie_score s
      where s.eligible and s.decade = d.decade
      order by
        -- include: predictions/greatest_component.sql
        desc
      limit 4 * d.films
    ) p
    order by p.weighted desc
    offset greatest(d.films, 1) - 1
    limit 1), 0)
order by weighted desc, s.movie_id
limit d.films
