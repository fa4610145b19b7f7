-- Where a scoring notes whom it is about: one row per person. Gone at the end of the transaction.
create temporary table scored_person (person_id bigint primary key) on commit drop
