-- What a person has to show, before the scale: own (awards of their own), by_film (what their films bring).
10 * coalesce(by_film.memberships, 0) + 3 * coalesce(by_film.well_rated, 0) + coalesce(by_film.films, 0)
  + 15 * (coalesce(by_film.wins, 0) + coalesce(own.wins, 0))
  + 5 * (coalesce(by_film.nominations, 0) + coalesce(own.nominations, 0))
