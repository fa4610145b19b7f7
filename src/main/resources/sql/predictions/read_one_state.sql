-- Lets every further statement of this transaction see one state of the database. Its first statement.   No binds.
set transaction isolation level repeatable read, read only
