-- Forgets from where members have logged in.   No binds.
delete from login_place
