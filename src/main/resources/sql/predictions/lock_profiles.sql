-- Makes writers of profiles take turns, each to the end of its transaction; readers are not held up.   No binds.
select cast(take_named_lock('profiles') as text) as taken
