-- Where a scoring notes which decades it touches; null: it cannot say. Gone at the end of the transaction.
create temporary table scored_decade (decade smallint) on commit drop
