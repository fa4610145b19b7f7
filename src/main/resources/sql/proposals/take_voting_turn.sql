-- Where no lock can be shared, votes and closings take turns, each to the end of its transaction.   One row.   No binds.
select cast(take_named_lock('voting round') as text) as taken
