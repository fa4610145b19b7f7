-- Notes that a poster was asked for on the day of :now.   Binds :imdb_id, :now (timestamptz).
update poster
set used_on = cast(cast(:now as timestamptz) at time zone 'UTC' as date)
where imdb_id = :imdb_id
  and used_on is distinct from cast(cast(:now as timestamptz) at time zone 'UTC' as date)
