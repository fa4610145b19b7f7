-- Takes a person out of all films. Returns nothing.   Binds :person_key text.
delete from movie_credit c using person p where p.person_id = c.person_id and p.person_key = cast(:person_key as text)
