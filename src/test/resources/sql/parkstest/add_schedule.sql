-- Opening hours as if they had been there before any snapshot.
insert into park_schedule (park_id, date, type, opening_time, closing_time)
values (:park_id, :date, :type, :opening_time, :closing_time)
