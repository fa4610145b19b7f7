-- Empties every list, as a load that was interrupted before its lists.
delete from movie_list_entry
