-- Keeps everybody else from reading scores until the transaction ends.   No binds.
lock table movie_score in access exclusive mode
