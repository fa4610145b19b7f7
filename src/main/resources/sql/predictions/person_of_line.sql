-- The person a line g names by key.   p.person_id is null if there is none, or none is named.
cross join lateral (
  select (select who.person_id from person who where who.person_key = g.person_key) as person_id
  offset 0
) p
